"""A mass event: the organiser applies on the web, the police looks at the place and permits it, keeps the log, and files the report."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from emergencies.mass_events.enums import Point, State
from emergencies.mass_events.models import MassEvent
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.walking import Resident, answer, button


@pytest.fixture
def police(town):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="police", name="马强")


def test_a_mass_event_from_the_application_to_the_archive(visit, seat, police):
    organiser, officer = Resident(visit(**PHONE)), seat(police)
    applies(organiser)
    event = MassEvent.objects.get()
    decides(officer.page, event)
    organiser.page.goto(f"/safety/events/{event.number}/")
    expect(organiser.page.get_by_role("main")).to_contain_text("分区入场")
    begins_now()
    keeps_the_log(officer.page, event)
    reports(organiser.page, event)
    takes(officer.page, event, "archive", note="措施落实到位。")
    button(officer.page, "评价归档").click()
    expect(officer.page.get_by_role("main")).to_contain_text("已归档")
    assert MassEvent.objects.get().state == State.CLOSED


def applies(resident):
    """The whole page, on a telephone."""
    page, starts = resident.page, timezone.localtime() + timedelta(days=25)
    page.goto("/safety/events/apply/")
    typed = {
        "title": "草原音乐会", "kind": "show", "starts_at": f"{starts:%Y-%m-%dT%H:%M}",
        "ends_at": f"{starts + timedelta(hours=3):%Y-%m-%dT%H:%M}", "expected": "3000", "capacity": "5000", "landmark": "新华路体育场",
        "site_keeper": "青山体育中心", "organiser": "青山演艺公司", "contact_name": "周立新", "contact_phone": "13900000001",
        "safety_name": "高明远", "safety_phone": "13900000002",
    }  # fmt: skip
    for name, value in {**typed, **{f"point_{point.value}": "按方案落实，专人负责。" for point in Point}}.items():
        answer(page, name, value)
    resident.chooses_place("county", actors.COUNTY)
    resident.chooses_place("township", actors.TOWNSHIP)
    resident.solves_the_sum()
    button(page, "提交申请").click()
    expect(page.get_by_role("heading", name="提交成功")).to_be_visible()
    page.get_by_role("link", name="查看办理进度").first.click()
    expect(page.get_by_role("main")).to_contain_text("正在审查是否受理")


def takes(page, event, step, **typed):
    page.goto(f"/mass-events/{event.number}/{step}/")
    for name, value in typed.items():
        answer(page, name, value)


def decides(page, event):
    page.goto("/desk/")
    page.get_by_role("link", name="待受理的大型活动").first.click()
    page.get_by_role("link", name="草原音乐会").first.click()
    page.get_by_role("link", name="受理", exact=True).click()
    button(page, "受理").click()
    expect(page.get_by_role("main")).to_contain_text("审查中")
    takes(
        page,
        event,
        "check",
        checked_on=timezone.localdate().isoformat(),
        checkers="马强、云峰",
        result="passed",
        note="通道畅通，看台牢固。",
    )
    button(page, "记录现场查验").click()
    expect(page.get_by_role("main")).to_contain_text("符合安全条件")
    takes(page, event, "permit", most_people="3000", conditions="分区入场，分批散场。")
    button(page, "准予许可").click()
    expect(page.get_by_role("main")).to_contain_text("已许可")


def begins_now():
    """The day has come."""
    now = timezone.now()
    MassEvent.objects.update(starts_at=now - timedelta(hours=2), ends_at=now + timedelta(hours=1))


def keeps_the_log(page, event):
    moment = timezone.localtime() - timedelta(minutes=10)
    takes(page, event, "log", logged_at=f"{moment:%Y-%m-%dT%H:%M}", log_kind="entry", people="2600", note="入场有序，增开一条通道。")
    button(page, "记现场日志").click()
    expect(page.get_by_role("main")).to_contain_text("增开一条通道")
    takes(page, event, "end", note="散场完毕。")
    button(page, "活动结束").click()
    expect(page.get_by_role("main")).to_contain_text("待总结")


def reports(page, event):
    page.goto(f"/safety/events/{event.number}/report/")
    answer(page, "actual_people", "2550")
    answer(page, "note", "有序进行，没有发生突发情况，今后增加西入口通道。")
    button(page, "提交").click()
    expect(page.get_by_role("main")).to_contain_text("总结已收到")
