"""A township clerk's day: what waits goes to the bureau, comes back answered, is confirmed, moves a figure and leaves as Excel."""

from zipfile import ZipFile

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from governance.flow import engine
from governance.people.enums import Role
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.reports.models import Report, ReportKind
from grids.reports.services import file_report
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import Officer, photograph
from tests.grids import makers

WORDS = "小区南门一盏路灯不亮，夜里看不清台阶。"


@pytest.fixture
def people(town):
    """The line from the grid to the bureau."""
    worker = actors.actor(Role.GRID_WORKER, name="孙宏伟")
    assign(makers.grid(), worker.acting_post, Duty.RESPONSIBLE, by=None, at=timezone.now())
    village, bureau = actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.DEPARTMENT_HANDLER, name="赵国栋")
    return {"worker": worker, "village": village, "clerk": town.clerk, "bureau": bureau}


@pytest.fixture
def waiting(people):
    """A report that came up from the village this morning."""
    kind, at = ReportKind.objects.get(code="facility"), timezone.now()
    report = file_report(at=at, by=people["worker"], grid=makers.grid(), kind=kind, description=WORDS, answers=[["什么设施", "路灯"]])
    engine.take(report, "pass_to_village", by=people["worker"], at=at)
    return engine.take(report, "pass_to_township", by=people["village"], at=at, note="需街道维修力量。")


@pytest.fixture
def seat(visit, town, people):
    def seated(who, **kind):
        officer = Officer(visit(**kind), people[who])
        town.enter(officer.page, officer.person)
        return officer

    return seated


def test_a_clerk_s_day(seat, waiting, tmp_path):
    clerk = seat("clerk", **DESKTOP)
    passes_it_on(clerk, waiting)
    answers(seat("bureau", **DESKTOP), waiting)
    confirms(seat("worker", **PHONE), waiting)
    finds_the_figure(clerk, waiting)
    takes_it_home(clerk, waiting, tmp_path)


def passes_it_on(clerk, report):
    """From the number on the desk to the report, signed for and passed to the bureau its kind belongs to."""
    page = clerk.page
    page.goto("/stations/")
    own = page.locator("section.figure", has_text="待签收").first
    expect(own).to_contain_text("1")
    own.get_by_role("link").click()
    clerk.opens(report.number)
    expect(page.locator("#panel")).to_contain_text("什么设施")
    clerk.takes("签收")
    clerk.takes("转部门", note="属行业主管，请安排维修。")
    page.goto("/stations/")
    expect(page.locator("section.figure", has_text="待签收").first).to_contain_text("0")
    expect(page.locator("tbody tr", has_text="部门").first).to_contain_text("1")


def answers(handler, report):
    page = handler.page
    page.goto("/stations/")
    page.locator("section.figure", has_text="待签收").first.get_by_role("link").click()
    handler.opens(report.number)
    page.locator(".steps").get_by_role("link", name="答复", exact=True).click()
    page.locator("main form [name=note]").wait_for()
    page.set_input_files("main form [name=photos]", {**photograph(), "name": "处置后.jpg"})
    page.locator("main form [name=note]").fill("已更换灯头，恢复照明。")
    page.locator("main form").get_by_role("button", name="答复", exact=True).click()
    expect(page.locator(".timeline-label", has_text="答复").first).to_be_visible()
    expect(page.locator("#panel")).to_contain_text("处置后")


def confirms(worker, report):
    """The worker went there; on the phone."""
    worker.page.goto(report.get_absolute_url())
    worker.takes("确认办结", note="到场核对，灯已亮。")
    assert Report.objects.get().state == "confirmed"


def finds_the_figure(clerk, report):
    """The bureau answered in time, and the figure opens onto that very report."""
    page = clerk.page
    page.goto("/stations/figures/")
    cell = page.locator("tbody tr").first.locator("td[data-label=部门按期率]")
    expect(cell).to_contain_text("100")
    cell.get_by_role("link").first.click()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text(report.number)


def takes_it_home(clerk, report, folder):
    with clerk.page.expect_download() as started:
        clerk.page.get_by_role("link", name="导出 Excel").click()
    started.value.save_as(folder / "list.xlsx")
    with ZipFile(folder / "list.xlsx") as sheet:
        written = b"".join(sheet.read(name) for name in sheet.namelist() if name.endswith(".xml")).decode()
    assert report.number in written
    assert "什么设施：路灯" in written
