"""The year of a site manager with a telephone: what is owed, the drill planned, announced, held, evaluated, reported, put right."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from emergencies.drills.enums import State
from emergencies.drills.models import Drill
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.walking import answer, button, photograph
from tests.emergencies.makers import declared


@pytest.fixture
def site(town):
    """A mall that was confirmed two months ago, its manager, and the bureau that supervises it."""
    bureau = actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name="高俊峰")
    manager = actors.actor(Role.SITE_MANAGER, trade="mall", name="周明")
    at = timezone.now() - timedelta(days=60)
    venue = engine.take(declared(actors.place(actors.VILLAGE), at, by=manager), "confirm", by=bureau, at=at)
    return manager, bureau, Drill.objects.get(venue=venue)


def test_a_site_manager_s_year(seat, client, site):
    manager, bureau, drill = site
    page = seat(manager, **PHONE).page
    reads_what_is_owed(page, drill)
    plans(page, drill)
    assert "届时有警报" in client.get("/safety/drills/").content.decode()
    holds(page, drill)
    evaluates_and_reports(page, drill)
    office = seat(bureau).page
    office.goto(f"/owed/sites/{drill.venue.number}/")
    expect(office.get_by_role("main")).to_contain_text("落实改进措施")
    puts_right(page, drill)
    following = Drill.objects.running().get()
    assert (Drill.objects.get(pk=drill.pk).state, following.previous_id, following.state) == (State.REPORTED, drill.pk, State.DUE)


def reads_what_is_owed(page, drill):
    """The desk says that something is owed, and its page by when and under which article."""
    page.goto("/desk/")
    page.get_by_role("link", name="本单位应办事项").first.click()
    main = page.get_by_role("main")
    for said in ("组织演练", "条例第二十二条第二款", "生产安全事故应急条例", "制定应急预案并报送"):
        expect(main).to_contain_text(said)
    page.get_by_role("link", name="组织演练").click()
    expect(main).to_contain_text(drill.number)


def takes(page, drill, step, **typed):
    page.goto(f"/drills/{drill.number}/{step}/")
    for name, value in typed.items():
        answer(page, name, value)


def plans(page, drill):
    today = timezone.localdate().isoformat()
    takes(page, drill, "plan", planned_on=today, type="live", scenario="营业高峰时段火灾疏散", spot="东广场", organiser="安全保卫部")
    button(page, "安排演练").click()
    expect(page.get_by_role("main")).to_contain_text("已计划")
    page.goto(f"/drills/{drill.number}/announce/")
    expect(page.locator("#id_announcement")).to_have_value("".join(page.locator("#id_announcement").input_value()))
    answer(page, "announcement", "今日在东广场组织疏散演练，届时有警报，请勿惊慌。")
    button(page, "发布演练公告").click()
    expect(page.get_by_role("main")).to_contain_text("已公告")
    page.goto("/drills/calendar/")
    expect(page.get_by_role("main")).to_contain_text("计划 1 次")


def holds(page, drill):
    held = timezone.localtime() - timedelta(minutes=5)
    takes(page, drill, "hold", held_at=f"{held:%Y-%m-%dT%H:%M}", participants="120", course="按预案疏散至东广场，八分钟清点完毕。")
    page.set_input_files("#id_photographs", photograph())
    button(page, "记录演练").click()
    expect(page.get_by_role("main")).to_contain_text("待总结评估")
    expect(page.locator(".files img, .files a").first).to_be_visible()


def evaluates_and_reports(page, drill):
    until = (timezone.localdate() + timedelta(days=10)).isoformat()
    given = {
        "verdict": "partly",
        "findings": "整体有序，西侧出口拥堵。",
        "text_1": "西侧出口增派引导员",
        "owner_1": "周明",
        "until_1": until,
    }
    takes(page, drill, "evaluate", **given)
    button(page, "总结评估").click()
    expect(page.get_by_role("main")).to_contain_text("待报送")
    takes(page, drill, "report")
    button(page, "报送").click()
    expect(page.get_by_role("main")).to_contain_text("措施落实中")


def puts_right(page, drill):
    page.goto("/owed/")
    page.get_by_role("link", name="落实改进措施").click()
    takes(page, drill, "finish_measure", note="已增派两名引导员并培训上岗。")
    button(page, "完成一项措施").click()
    expect(page.get_by_role("main")).to_contain_text("已完成")
    expect(page.get_by_role("main")).to_contain_text("已报送")
