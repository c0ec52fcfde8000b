"""An incident from the call to the file (Art. 31, 36, 37): called in by 119, verified, commanded from one board, told level by level, the
public warned, reserves released, over, reviewed."""

import runpy
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from lxml import etree
from playwright.sync_api import expect

from emergencies.catalogue.models import StockItem
from emergencies.command.models import CommandTask
from emergencies.hotlines.models import Hotline
from emergencies.hotlines.services import rotate_key
from emergencies.incident_reports.models import IncidentReport
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incidents.models import Incident, IncidentKind
from emergencies.releases.models import ReleaseOrder
from emergencies.stockpiles.services import check
from emergencies.warnings.models import Warning
from emergencies.warnings.rules import faults
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import PHONE
from tests.browser.looking import barriers, cut_off
from tests.browser.walking import PLACE, Resident, answer, button
from tests.emergencies.stock_makers import stock, warehouse

CLIENT = Path(__file__).parents[2] / "docs" / "hotline_client.py"
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
        "colleague": actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name="苏日娜"),
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


def called_in(server):
    """119's own system sends the call, and sends it again: one incident."""
    key, secret = rotate_key(Hotline.objects.get(code="119"), by=None, at=timezone.now())
    script = runpy.run_path(str(CLIENT))
    line, call = script["Hotline"](server, key.name, secret), script["report"]("119-0007", actors.VILLAGE)
    assert [line.send(call)[0] for _time in range(2)] == [201, 200]
    return Incident.objects.get().number


def warned(seat, people, number):
    """The county warns those who live there; a colleague checks and issues it, and a program reads a valid alert."""
    page = seat(people["county"]).page
    page.goto(f"/alerts/create/warning/?incident={number}")
    page.locator("main form [name=kind]").select_option(label="燃气泄漏")
    until = f"{timezone.localtime() + timedelta(hours=12):%Y-%m-%dT%H:%M}"
    typed = {"level": "yellow", "headline": "新华路燃气泄漏黄色预警", "text": "新华路18号院燃气泄漏，正在处置。", "until": until}
    for name, value in typed.items():
        answer(page, name, value)
    page.get_by_label("（全部）").check()
    button(page, "提交校核").click()
    expect(page.get_by_role("main")).to_contain_text("待校核")
    warning = Warning.objects.get()
    for step in ("check", "issue"):
        works(seat, people["colleague"], f"/alerts/{warning.number}/{step}/")
    index = etree.fromstring(page.request.get("/warnings/cap/").body())
    alert = next(link.get("href") for link in index.iter("{*}link") if link.get("type") == "application/cap+xml")
    assert faults(page.request.get(alert).text()) == []
    assert warning.incident.number == number


def released(seat, people, number):
    """Tents go out by an order from the board, first expiring first, are received and brought back; books and shelves agree."""
    house = warehouse(actors.place(actors.COUNTY), office=people["county"].acting_post.office)
    stock(house, timezone.now(), quantity=40)
    tent, receiver = StockItem.objects.get(code="tent"), people["clerk"].acting_post.office.name
    order = {"warehouse": str(house.pk), "purpose": "use", "receiver": receiver, "basis": "预案", "reason": "安置疏散群众。"}
    order |= {"item_1": str(tent.pk), "quantity_1": "5"}
    works(seat, people["county"], f"/stock-releases/create/?incident={number}", **order)
    release = ReleaseOrder.objects.get()
    assert release.incident.number == number
    pick = {}
    for person, step in (("county", "pick"), ("county", "send"), ("clerk", "receive"), ("county", "give_back"), ("county", "close")):
        given = pick if step in ("receive", "give_back") else {}
        works(seat, people[person], f"{release.get_absolute_url()}{step}/", **given)
        pick = {f"pick_{one.pk}": "5" for one in release.picks.all()}
    assert [*check()] == []


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


def test_a_call_is_taken_down_by_hand(seat, people):
    taken_down(seat, people["operator"])


def test_an_incident_from_the_call_to_the_review(server, seat, people):
    number = called_in(server)
    works(seat, people["fire"], f"/incidents/{number}/verify/", note="119确认，已出警。")
    board = commanded(seat, people, number)
    assert (cut_off(board, 1366), barriers(board, 1366)) == ([], [])
    acknowledged(seat, people, board)
    told(seat, people, number)
    board.locator("#id_text").fill("东侧明火已压制。")
    button(board, "记录").click()
    expect(board.locator("#log")).to_contain_text("东侧明火已压制。")
    warned(seat, people, number)
    released(seat, people, number)
    board.goto(f"/command/board/{number}/")
    expect(board.get_by_role("main")).to_contain_text("新华路燃气泄漏黄色预警")
    expect(board.get_by_role("main")).to_contain_text(ReleaseOrder.objects.get().title)
    assert (cut_off(board, 1366), barriers(board, 1366)) == ([], [])
    finished(seat, people, number)
    reviewed(seat, people)
    assert (Incident.objects.get().state, IncidentReview.objects.get().state) == ("closed", "closed")
    assert [one.kind for one in IncidentReport.objects.order_by("serial")] == ["first_report", "report_up", "final_report"]
