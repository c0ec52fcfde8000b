"""A day of the leading group: from a figure below its floor to the removal from the list, and to the honours that are refused (Art. 58)."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from governance.deadlines.tasks import sweep_deadlines
from governance.people.enums import OfficeType, Role
from supervision.appraisals.models import Appraisal
from supervision.assessment.services import disclose, draw_up, lock, publish
from supervision.honours.models import Honour, Programme
from supervision.honours.services import set_up
from supervision.indicators.models import Figure
from supervision.oversight.models import Finding
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.walking import answer, button, go_home, photograph

BEGIN = datetime(2026, 6, 1, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
CODE, MAY = "complaints.on_time", date(2026, 5, 1)
PUBLIC = "/open-data/supervision/"


@pytest.fixture
def clock():
    """The time of the portal; the browser keeps its own."""
    with time_machine.travel(BEGIN, tick=True) as traveller:
        yield traveller


@pytest.fixture
def people(clock, town):
    """The office and the official of the county, the office of the city, the clerk of the township that fell behind."""
    return {
        "office": actors.actor(Role.LEADING_OFFICE),
        "official": actors.actor(Role.LEADING_OFFICIAL, actors.COUNTY, name="郑凯"),
        "city": actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP),
        "clerk": town.clerk,
    }


@pytest.fixture
def gap(people):
    """Last month sixty of a hundred complaints of the township were answered in time."""
    facts = {"indicator": CODE, "month": MAY, "numerator": 60, "denominator": 100, "computed_at": timezone.now()}
    for path in (actors.TOWNSHIP, actors.COUNTY, actors.CITY):
        Figure.objects.create(place_path=path, parent_path=path[:-3] if path == actors.TOWNSHIP else path[:-2], **facts)


def test_a_day_of_the_leading_group(clock, desks, seat, people, gap):
    sees_the_gap(seat(people["official"]))
    confirms_and_lists(seat(people["official"]))
    plans_serves_and_publishes(seat(people["office"]))
    signs_and_asks_for_more_time(seat(people["clerk"]))
    grants(seat(people["official"]))
    later(clock, desks, days=30)
    reports(seat(people["clerk"]))
    inspects_on_the_spot(seat(people["office"], **PHONE))
    removes(seat(people["official"]))
    publishes_the_removal(seat(people["office"]))
    locks_the_year(people["city"], clock, desks)
    refused_an_honour(seat(people["city"]))


def later(clock, desks, **length):
    """Everybody goes home; time passes, and the portal notices by itself."""
    go_home(desks)
    clock.shift(timedelta(**length))
    sweep_deadlines()


def sees_the_gap(official):
    """The dashboard shows the figure; the draft has come of it by itself, once."""
    official.page.goto(f"/dashboard/{actors.COUNTY}/?span=12")
    expect(official.page.get_by_role("main")).to_contain_text("60.0%")
    for _twice in range(2):
        call_command("raise_findings", verbosity=0)
    finding = Finding.objects.get(unit__type=OfficeType.TOWNSHIP)
    assert (finding.state, finding.gap_month) == ("draft", MAY)


def the_finding():
    return Finding.objects.get(unit__type=OfficeType.TOWNSHIP)


def confirms_and_lists(official):
    official.page.goto(the_finding().get_absolute_url())
    official.takes("确认", note="调阅台账，情况属实，群众反映集中。", gravity="serious")
    expect(official.page.locator("#panel")).to_contain_text("建议采取的督导形式")
    until = timezone.localdate() + timedelta(days=90)
    official.takes("挂牌督办", note="限期整改，逐件清理。", listed_until=f"{until}")


def plans_serves_and_publishes(office):
    page = office.page
    page.goto(the_finding().get_absolute_url())
    page.get_by_role("link", name="填写阶段目标").click()
    for number, (what, days) in enumerate((("制定整改方案", 15), ("集中清理", 60))):
        page.locator(f"[name=stages-{number}-what]").fill(what)
        page.locator(f"[name=stages-{number}-by]").fill(f"{timezone.localdate() + timedelta(days=days)}")
    button(page, "保存").click()
    expect(page.locator(".table", has_text="集中清理")).to_be_visible()
    office.takes("公开挂牌", public_text="某街道诉求按期办结率低于底线，挂牌督办。")
    paper = the_finding().papers.get(kind="listing")
    with page.expect_download() as downloaded:
        page.locator("tr", has_text=paper.document).get_by_role("link", name="PDF").first.click()
    assert "挂牌督办通知书" in downloaded.value.suggested_filename


def signs_and_asks_for_more_time(clerk):
    """The unit signs for the paper on its own page, reaches the first stage, and asks in time for a month more."""
    finding = the_finding()
    clerk.page.goto(finding.get_absolute_url())
    expect(clerk.page.locator("#panel")).not_to_contain_text("调阅台账")
    clerk.takes("签收文书", paper=f"{finding.papers.get(kind='listing').pk}", receiver="办公室主任")
    clerk.takes("报告阶段目标完成", stage=f"{finding.stages.first().pk}", note="方案已报备。")
    clerk.takes("申请延期", amount="1", note="需要两个部门会商。")


def grants(official):
    finding = the_finding()
    official.page.goto(finding.get_absolute_url())
    expect(official.page.locator("#panel")).to_contain_text("需要两个部门会商。")
    official.takes("同意延期", note="同意，每周报告进展。")
    assert the_finding().listed_until > finding.listed_until


def reports(clerk):
    clerk.page.goto(the_finding().get_absolute_url())
    clerk.takes("报告整改完成", note="逾期诉求已全部清理，制度已印发。")


def inspects_on_the_spot(office):
    page = office.page
    page.goto(the_finding().get_absolute_url())
    page.locator(".steps").get_by_role("link", name="验收合格", exact=True).click()
    page.set_input_files("main form [name=photos]", photograph())
    page.locator("main form [name=note]").fill("现场抽查十件，均已答复。")
    button(page, "验收合格").click()
    expect(page.locator(".timeline-label", has_text="验收合格").first).to_be_visible()


def removes(official):
    official.page.goto(the_finding().get_absolute_url())
    official.takes("解除挂牌", note="保持一个月未反弹，同意解除。")


def publishes_the_removal(office):
    """In the same place where the listing stood."""
    page = office.page
    page.goto(the_finding().get_absolute_url())
    office.takes("公开解除", removal_text="某街道整改到位，解除挂牌督办。")
    page.goto(PUBLIC)
    entry = page.get_by_role("article").filter(has_text="低于底线，挂牌督办")
    expect(entry).to_contain_text("解除挂牌督办。")
    assert the_finding().state == "closed"


def locks_the_year(office, clock, desks):
    """Counted, disclosed inside, and final when nobody may object any more."""
    item = {"indicator": CODE, "label": "按期办结率", "direction": "higher"}
    amounts = {"weight": Decimal(100), "floor": Decimal(70), "target": Decimal(100)}
    scheme = publish(draw_up(year=2026, level="township", items=[{**item, **amounts}]), by=office, at=timezone.now())
    Appraisal.objects.update(state="reviewed", due_at=None)
    scheme = disclose(scheme, by=office, at=timezone.now())
    later(clock, desks, days=12)
    lock(scheme, by=office, at=timezone.now())


def refused_an_honour(city):
    """The township failed the year's assessment: no title for it, and the article is named."""
    page, until = city.page, timezone.localdate() + timedelta(days=20)
    facts = {"title": "平安乡镇评选", "award": "safe_township", "year": 2026, "quota": 3, "nominate_until": until}
    programme = set_up(Programme(), by=city.person, at=timezone.now(), **facts)
    page.goto(f"/honours/create/?programme={programme.pk}")
    answer(page, "unit", f"{the_finding().unit_id}")
    answer(page, "merits", "整改后成绩突出。")
    button(page, "提名").click()
    expect(page.get_by_role("main")).to_contain_text("第五十八条")
    assert not Honour.objects.exists()
