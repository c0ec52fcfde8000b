"""An incident from the call to the file: taken down, verified, commanded from one board, told level by level, over, reviewed (Art. 31)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from emergencies.command.models import CommandTask
from emergencies.incident_reports.models import IncidentReport
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incidents.models import Incident, IncidentKind
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.looking import barriers, cut_off
from tests.browser.walking import PLACE, Resident, answer, button

SEEN = "新华路8号三楼东侧库房着火，浓烟很大，有人被困。"
SIX = {"unit": "青山购物广场", "measures": "疏散320人，停业警戒。", "other": "无。"}


@pytest.fixture
def people(town):
    """The hotline, the fire brigade that leads, those on duty, the centre, and the township that gets a task."""
    return {
        "operator": town.operator,
        "clerk": town.clerk,
        "fire": actors.actor(Role.DEPARTMENT_HANDLER, trade="fire", name="高俊峰"),
        "county": actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name="白晓明"),
        "city": actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, trade="emergency", name="包永胜"),
        "centre": actors.actor(Role.CENTRE_OFFICER, name="王海霞"),
    }


def works(seat, person, address, **typed):
    """Open the form of a step, fill it in, send it."""
    page = seat(person).page
    page.goto(address)
    for name, value in typed.items():
        answer(page, name, value)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".field-error")).to_have_count(0)
    expect(page.locator("main")).to_be_visible()
    return page


def taken_down(seat, person):
    """The hotline takes a call of 119 down."""
    page = seat(person).page
    page.goto("/incidents/create/")
    page.get_by_label("事件类型").select_option(str(IncidentKind.objects.get(code="fire").pk))
    page.get_by_label("事件情况").fill(SEEN)
    for level, code in PLACE:
        Resident(page).chooses_place(level, code)
    page.get_by_label("详细位置").fill("新华路8号三楼")
    page.locator("#id_source").select_option("119")
    page.get_by_label("来源编号").fill("119-0007")
    assert (cut_off(page, 1366), barriers(page, 1366)) == ([], [])
    button(page, "登记").click()
    expect(page.locator("#panel")).to_contain_text("119火警")
    return Incident.objects.get().number


def commanded(seat, people, number):
    """The centre opens the board, raises the response, takes the command and gives the township a task."""
    page = seat(people["centre"]).page
    page.goto(f"/command/board/{number}/")
    page.get_by_role("link", name="启动、调整应急响应").click()
    answer(page, "response", '"3"')
    answer(page, "note", "过火面积扩大，启动三级响应。")
    page.locator("#step-form button[type=submit]").first.click()
    expect(page.locator("#live")).to_contain_text("三级响应")
    office = people["centre"].acting_post.office.name
    works(seat, people["centre"], f"/command/board/{number}/step/set_up_command/", command_office=office, commander="副区长云志强")
    until = (timezone.localtime() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    order = {"office": people["clerk"].acting_post.office.name, "instruction": "到西侧设置警戒线，疏导车辆。", "finish_by": until}
    return works(seat, people["centre"], f"/command/board/{number}/task/", **order)


def acknowledged(seat, people, board):
    """The township signs on a telephone; the open board of the centre shows it by itself."""
    task = CommandTask.objects.get()
    page = seat(people["clerk"], **PHONE).page
    page.goto(task.get_absolute_url())
    assert (cut_off(page, 390), barriers(page, 390)) == ([], [])
    page.locator(".steps").get_by_role("link", name="签收", exact=True).click()
    page.locator("#step-form button[type=submit]").first.click()
    expect(page.locator("#panel")).to_contain_text("执行中")
    expect(board.locator("#live")).to_contain_text("执行中", timeout=20_000)


def told(seat, people, number):
    """First report, the county's to the city, which signs for it."""
    incident = f"/incidents/{number}"
    works(seat, people["fire"], f"{incident}/first_report/", **SIX)
    works(seat, people["county"], f"{incident}/report_up/")
    page = seat(people["city"]).page
    page.goto(IncidentReport.objects.get(serial=2).get_absolute_url())
    button(page, "签收").click()
    expect(page.locator("main")).to_contain_text("已签收")


def finished(seat, people, number):
    """The task is done, the response ended, the incident over, told to the end and closed."""
    incident = f"/incidents/{number}"
    works(seat, people["clerk"], f"{CommandTask.objects.get().get_absolute_url()}finish/", note="警戒线已设置，车辆已疏导。")
    works(seat, people["centre"], f"{incident}/end_response/", note="明火扑灭。")
    works(seat, people["fire"], f"{incident}/end/", note="明火扑灭，被困人员已救出。")
    works(seat, people["fire"], f"{incident}/final_report/", **SIX)
    works(seat, people["fire"], f"{incident}/close/", note="善后已落实。")


def reviewed(seat, people):
    """What went wrong, approved by another, and put right."""
    review = IncidentReview.objects.get().get_absolute_url()
    day = (timezone.localdate() + timedelta(days=20)).isoformat()
    words = {"strengths": "到场及时。", "shortfalls": "水源图没有更新。", "lessons": "每季核对水源。"}
    works(seat, people["fire"], f"{review}submit/", **words, text_1="更新水源图", owner_1="消防大队", until_1=day)
    works(seat, people["centre"], f"{review}approve/", note="同意。")
    page = works(seat, people["fire"], f"{review}finish_measure/", note="已更新。")
    expect(page.locator("#panel")).to_contain_text("已完成")


def test_an_incident_from_the_call_to_the_review(seat, people):
    number = taken_down(seat, people["operator"])
    works(seat, people["fire"], f"/incidents/{number}/verify/", note="119确认，已出警。")
    board = commanded(seat, people, number)
    assert (cut_off(board, 1366), barriers(board, 1366)) == ([], [])
    acknowledged(seat, people, board)
    told(seat, people, number)
    board.locator("#id_text").fill("东侧明火已压制。")
    button(board, "记录").click()
    expect(board.locator("#log")).to_contain_text("东侧明火已压制。")
    finished(seat, people, number)
    reviewed(seat, people)
    assert (Incident.objects.get().state, IncidentReview.objects.get().state) == ("closed", "closed")
    assert [one.kind for one in IncidentReport.objects.order_by("serial")] == ["first_report", "report_up", "final_report"]
