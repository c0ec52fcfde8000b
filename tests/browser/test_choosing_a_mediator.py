"""The resident's way to a mediator: the directory, the application, the choice; the other side agrees; the committee sees both."""

from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from disputes.mediation.models import Mediation
from disputes.mediators.services import agreed, register
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.looking import barriers, cut_off
from tests.browser.walking import Receipt, Resident, button

STORY = "楼上渗水泡坏了我家墙面，协商两次没有结果。"
PEOPLE = (("白玉兰", ["neighbour", "family"]), ("赵刚", []))
FACTS = {"venue": "办事大厅", "room": "102 室", "hours": "工作日 8:30—17:30", "phone": "0471-0123456", "seats": 5}


@pytest.fixture
def mediator(town):
    """A committee with two mediators; the first has an account."""
    person = actors.actor(Role.MEDIATOR, name="白玉兰")
    justice = actors.actor(Role.DEPARTMENT_HANDLER, trade="justice")
    year, now = timezone.localdate().year, timezone.now()
    days = {"founded_on": date(2020, 1, 1), "term_from": date(year, 1, 1), "term_until": date(year + 2, 12, 31)}
    where = actors.place(actors.TOWNSHIP)
    committee = register(by=justice, at=now, place=where, kind="township", title="海拉尔东路街道人民调解委员会", **FACTS, **days)
    span = {"since": days["term_from"], "until": days["term_until"], "employment": "full_time", "background": "teacher"}
    for number, (name, kinds) in enumerate(PEOPLE):
        facts = {"person_name": name, "specialities": kinds, "account": None if number else person, "qualification": "", "work_phone": ""}
        engine.take(committee, "appoint", by=justice, at=now, **span, **facts)
    return person


def applies(resident):
    """From the directory to the receipt, with a telephone."""
    page = resident.page
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="调解组织和调解员").click()
    expect(page.get_by_role("link", name="0471-0123456").first).to_be_visible()
    assert cut_off(page, 390) == []
    page.get_by_role("main").get_by_role("link", name="申请调解").first.click()
    page.locator("[name=kind]").select_option("neighbour")
    page.get_by_label("发生了什么事").fill(STORY)
    for level, code in (("county", actors.COUNTY), ("township", actors.TOWNSHIP), ("village", actors.VILLAGE)):
        resident.chooses_place(level, code)
    for name, value in (("name", "张三"), ("phone", "13800000000"), ("other_name", "李四")):
        page.locator(f"main form [name={name}]").fill(value)
    resident.solves_the_sum()
    button(page, "提交申请").click()
    expect(page.get_by_role("heading", name="提交成功")).to_be_visible()
    return Receipt(*page.locator(".receipt dd").all_inner_texts()[:2])


def follows(page, receipt, heading):
    page.goto("/track/")
    page.get_by_label("受理编号").fill(receipt.number)
    page.get_by_label("查询码").fill(receipt.code)
    button(page, "查询").click()
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()


def test_one_side_chooses_and_the_other_agrees(visit, seat, mediator):
    resident = Resident(visit(**PHONE))
    receipt = applies(resident)
    follows(resident.page, receipt, "调解进度")
    resident.page.get_by_role("main").get_by_role("link", name="选择调解员").click()
    resident.page.get_by_label("白玉兰").check()
    button(resident.page, "就选这位").click()
    expect(resident.page.get_by_text("已记下您选的调解员")).to_be_visible()
    assert (cut_off(resident.page, 390), barriers(resident.page, 390)) == ([], [])
    desk = seat(mediator)
    desk.page.goto(f"/mediation/{receipt.number}/")
    desk.page.get_by_role("link", name="登记当事人的选择").click()
    button(desk.page, "生成查询码").click()
    invited = Receipt(*desk.page.locator(".receipt dd").all_inner_texts()[:2])
    other = visit(**PHONE)
    follows(other, invited, "选择调解员")
    expect(other.get_by_role("main")).to_contain_text("对方选了白玉兰")
    expect(other.get_by_role("main")).not_to_contain_text("渗水")
    button(other, "就选这位").click()
    expect(other.get_by_role("main")).to_contain_text("双方都选了白玉兰")
    desk.page.goto(f"/mediation/{receipt.number}/")
    expect(desk.page.locator("#panel")).to_contain_text("双方选定：白玉兰")
    assert agreed(Mediation.objects.get()).account == mediator
