"""A grid worker's round on a phone: a patrol with a finding that is reported at once, a diary entry whose demand becomes a report, and the
township's word on it (Art. 51)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from governance.people.enums import Role
from grids.diary.models import Entry
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.patrols.models import Patrol
from grids.reports.models import Report
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import button
from tests.grids import makers

WORDS = "居民希望在3号楼旁增设晾衣杆，已记下位置。"


@pytest.fixture
def worker(town):
    person = actors.actor(Role.GRID_WORKER, name="孙宏伟")
    assign(makers.grid(), person.acting_post, Duty.RESPONSIBLE, by=None, at=timezone.now())
    return person


@pytest.fixture
def patrol(worker):
    return makers.patrol(at=timezone.now(), begins=timezone.localdate() - timedelta(days=1))


def test_a_finding_on_the_way_is_reported_at_once(seat, worker, patrol):
    page = seat(worker, **PHONE).page
    page.goto("/desk/")
    page.get_by_role("link", name="待我巡查").click()
    page.get_by_role("link", name=patrol.title).click()
    page.get_by_role("link", name="去巡查").click()
    button(page, "本点全部正常").click()
    expect(page.locator(".walk-done")).to_have_count(1)
    page.reload()
    page.locator(".walk-form fieldset", has_text="灭火器").get_by_text("有问题").click()
    page.get_by_label("情况说明").fill("灭火器压力不足2具。")
    button(page, "其余正常，保存本点").click()
    expect(page.get_by_text("已保存，并上报 1 件网格事件")).to_be_visible()
    button(page, "完成巡查").click()
    expect(page.locator("#panel")).to_contain_text(Report.objects.get().number)
    assert Patrol.objects.get().kept is True


def test_a_point_is_kept_without_script(visit, town, worker, patrol):
    page = visit(**DESKTOP, java_script_enabled=False)
    town.enter(page, worker)
    page.goto(f"/patrols/{patrol.number}/walk/")
    button(page, "本点全部正常").click()
    button(page, "本点全部正常").click()
    button(page, "完成巡查").click()
    expect(page.locator("#panel")).to_contain_text("已完成")


def test_a_demand_in_the_diary_becomes_a_report_and_the_township_comments(seat, town, worker):
    writes(seat(worker, **PHONE))
    entry = Entry.objects.get()
    township = seat(town.clerk, **DESKTOP)
    township.page.goto(entry.get_absolute_url())
    township.takes("批注", note="请与物业商定位置。")
    page = seat(worker, **PHONE).page
    page.goto("/inbox/")
    expect(page.get_by_text("民情日记有批注").first).to_be_visible()
    page.goto(entry.get_absolute_url())
    expect(page.locator("#panel")).to_contain_text("请与物业商定位置。")


def writes(worker):
    page = worker.page
    page.goto("/diary/create/")
    page.locator(".kinds label", has_text="诉求").click()
    page.get_by_label("内容").fill(WORDS)
    button(page, "记下").click()
    page.locator(".steps").get_by_role("link", name="转为网格事件", exact=True).click()
    page.get_by_label("上报为").select_option(label="便民服务")
    button(page, "转为网格事件").click()
    expect(page.locator("#panel")).to_contain_text("转出至")
    assert Entry.objects.get().report == Report.objects.get()
