"""A major hazard from a passer-by's telephone to its removal: verified, planned in stages, listed, accepted, struck off by a second person
(Art. 32)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from emergencies.hazards.enums import State
from emergencies.hazards.models import Criterion, Hazard, Sector
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.looking import barriers, cut_off
from tests.browser.walking import PLACE, Resident, answer, button, photograph

SEEN = "商场三楼东侧楼梯堆满货物，安全门上了锁。"
PLAN = {
    "aim": "恢复楼梯和安全出口的使用。", "way": "清运货物，拆锁，改装推杠门。", "money": "8万元，已列支。", "people": "物业部周明负责。",
    "precautions": "治理期间三楼停业，专人值守。", "text_1": "清运货物、拆锁", "owner_1": "周明",
}  # fmt: skip


@pytest.fixture
def people(town):
    """The township, the fire brigade and a colleague of theirs, the mall's manager, the county's centre."""
    return {
        "clerk": town.clerk,
        "fire": actors.actor(Role.DEPARTMENT_HANDLER, trade="fire", name="高俊峰"),
        "manager": actors.actor(Role.SITE_MANAGER, trade="mall", name="周明"),
        "centre": actors.actor(Role.CENTRE_OFFICER, name="王海霞"),
    }


def reported(page):
    """A passer-by, on a telephone, without a name."""
    page.goto("/report-hazard/")
    page.get_by_label("是哪方面的隐患").select_option(label="消防安全")
    page.get_by_label("看到了什么").fill(SEEN)
    page.set_input_files("#id_photographs", photograph())
    resident = Resident(page)
    for level, code in PLACE:
        resident.chooses_place(level, code)
    page.get_by_label("具体位置").fill("新华路8号三楼")
    assert (cut_off(page, 390), barriers(page, 390)) == ([], [])
    resident.solves_the_sum()
    return resident.sends()


def works(seat, person, number, step, *, files=(), **typed):
    """Open the hazard from the worklist and take a step."""
    officer = seat(person)
    page = officer.page
    page.goto(f"/hazards/{number}/{step}/")
    for name, value in typed.items():
        answer(page, name, value)
    for name in files:
        page.set_input_files(f"#id_{name}", photograph())
    page.locator("main form.stack button[type=submit]").first.click()
    expect(page.locator("#panel")).to_contain_text(number)
    return page


def test_a_major_hazard_is_removed(phone, seat, people):
    receipt = reported(phone)
    number, day = receipt.number, timezone.localdate()
    criterion = Criterion.objects.get(code="fire.exits")
    site = people["manager"].acting_post.office.name
    works(seat, people["clerk"], number, "grade_major", note="两部楼梯都不能用。", criterion=f'"{criterion.pk}"', site=site)
    manager = seat(people["manager"], **PHONE).page
    manager.goto("/desk/")
    manager.get_by_role("link", name="本单位待整改隐患").click()
    expect(manager.get_by_text(number)).to_be_visible()
    works(seat, people["manager"], number, "take_measures", measures="三楼停业，专人看守。")
    until = (day + timedelta(days=40)).isoformat()
    works(seat, people["manager"], number, "submit_plan", **PLAN, rectify_by=until, until_1=until)
    works(seat, people["centre"], number, "list", note="列入挂牌督办。")
    phone.goto("/listed-hazards/")
    expect(phone.get_by_role("main")).to_contain_text(site)
    works(seat, people["manager"], number, "finish_stage", note="货物清完，门已打开。")
    works(seat, people["manager"], number, "report_governed", files=["photographs"], note="全部完成。")
    works(seat, people["fire"], number, "accept", files=["photographs"], note="验收合格。")
    works(seat, people["centre"], number, "strike", note="同意销号。")
    assert Hazard.objects.get().state == State.CLOSED
    Resident(phone).page.goto(f"/report-hazard/{number}/")
    expect(phone.get_by_text("隐患已经消除，感谢您的举报")).to_be_visible()


def test_a_refused_form_keeps_its_photographs(phone, town):
    phone.goto("/report-hazard/")
    phone.get_by_label("是哪方面的隐患").select_option(str(Sector.objects.get(code="fire").pk))
    phone.set_input_files("#id_photographs", photograph())
    button(phone, "提交").click()
    expect(phone.get_by_text("已经收到的照片")).to_be_visible()
