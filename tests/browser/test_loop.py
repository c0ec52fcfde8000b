"""The loop no other system closes: a duty that is not met becomes visible by itself, and is followed to its end (Art. 22, 57, 58)."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from emergencies.venues.models import FactorSet, Venue
from governance.deadlines.tasks import sweep_deadlines
from governance.people.enums import OfficeType, Role
from supervision.assessment.services import draw_up, publish
from supervision.indicators.tasks import refresh_figures
from supervision.orders.models import Order
from supervision.oversight.models import Finding
from tests import actors
from tests.browser.walking import button, go_home

BEGIN = datetime(2026, 6, 1, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
VENUE, WORK_PHONE = "青山购物广场", "0471-1234567"


@pytest.fixture
def clock():
    """The time of the portal; the browser keeps its own."""
    with time_machine.travel(BEGIN, tick=True) as traveller:
        yield traveller


@pytest.fixture
def groups(clock, town):
    """The offices of both leading groups."""
    return {code: actors.actor(Role.LEADING_OFFICE, code, kind=OfficeType.LEADING_GROUP) for code in (actors.COUNTY, actors.CITY)}


def later(clock, desks, **length):
    """Everybody goes home; time passes, and the portal notices by itself."""
    go_home(desks)
    clock.shift(timedelta(**length))
    for _round in range(3):  # a lapse that raises a finding starts a clock of its own
        sweep_deadlines()


def test_a_venue_nobody_assessed_is_followed_to_the_county_s_assessment(clock, town, desks, seat, groups):
    declares(seat(town.clerk))
    confirms(seat(actors.actor(Role.TOWNSHIP_CLERK, name="张建军")))
    later(clock, desks, days=35)
    county = seat(groups[actors.COUNTY])
    confirms_and_orders(county)
    asks_for_more_time(seat(town.clerk))
    refuses_and_waits(county, clock, desks)
    city = seat(groups[actors.CITY])
    lists_in_public(city)
    reports_done(seat(town.clerk))
    inspects_and_removes(city)
    everyone_reads_it(city.page)
    stands_in_the_assessment(seat(groups[actors.COUNTY]))


def declares(clerk):
    """The township declares for the site."""
    page = clerk.page
    page.goto("/venues/create/")
    page.locator("[name=kind]").select_option(label="大型商场")
    for name, value in {"title": VENUE, "landmark": "新华路8号", "capacity": "1800", "floors": "5", "manager": "赵立新",
                        "work_phone": WORK_PHONE}.items():  # fmt: skip
        page.locator(f"[name={name}]").fill(value)
    page.locator("#id_place_village").select_option(actors.VILLAGE)
    button(page, "申报").click()
    expect(page.get_by_role("heading", name=VENUE, level=1)).to_be_visible()


def confirms(colleague):
    """Another confirms what one declared; nobody assesses."""
    colleague.page.goto(Venue.objects.get().get_absolute_url())
    colleague.takes("核实登记")
    assert Venue.objects.get().grade == ""


def confirms_and_orders(county):
    """The draft stands on the desk by itself; the leading group confirms it and orders to rectify."""
    finding = Finding.objects.get()
    assert (finding.state, finding.ground, finding.unit.place.code) == ("draft", 3, actors.TOWNSHIP)
    county.page.goto(finding.get_absolute_url())
    county.takes("确认", note="经核查，该商场登记满三十日仍未评估。")
    county.takes("责令限期整改", note="七日内完成风险评估和等级划分。")
    county.page.goto(Order.objects.get().get_absolute_url())
    county.takes("送达", way="direct", receiver="办公室主任")


def asks_for_more_time(clerk):
    clerk.page.goto(Order.objects.get().get_absolute_url())
    clerk.takes("申请延期", amount="10", note="评估人员不足。")


def refuses_and_waits(county, clock, desks):
    county.page.goto(Order.objects.get().get_absolute_url())
    expect(county.page.locator("#panel")).to_contain_text("评估人员不足。")
    county.takes("不同意延期", note="已逾期多日，请按期整改。")
    later(clock, desks, days=40)
    order = Order.objects.get()
    assert (order.state, order.office.place.code) == ("served", actors.CITY)


def lists_in_public(city):
    """Overdue, it went up one level by itself; the city lists it and says so in public."""
    city.page.goto(Finding.objects.get().get_absolute_url())
    city.takes("挂牌督办", note="责令整改逾期。")
    city.takes("公开挂牌", public_text="某商场未按期完成风险评估，挂牌督办。")


def assesses(clerk):
    """At last: every factor is answered, and the colour follows."""
    answers = {f"factor_{factor.code}": factor.options.first().code for factor in FactorSet.objects.in_force(timezone.now()).factors.all()}
    clerk.page.goto(Venue.objects.get().get_absolute_url())
    clerk.takes("评估分级", note="现场核实，设施已配齐。", **answers)
    assert Venue.objects.get().grade


def reports_done(clerk):
    assesses(clerk)
    clerk.page.goto(Order.objects.get().get_absolute_url())
    clerk.takes("报告整改完成", note="已完成评估，定为一般风险。", done=True)


def inspects_and_removes(city):
    page = city.page
    page.goto(Order.objects.get().get_absolute_url())
    city.takes("复查通过", note="现场核实，评估材料齐全。")
    page.goto(Finding.objects.get().get_absolute_url())
    city.takes("验收合格", note="整改到位。")
    city.takes("解除挂牌", note="同意解除。")
    city.takes("公开解除", removal_text="某商场已完成风险评估，解除挂牌督办。")
    assert (Finding.objects.get().state, Order.objects.get().state) == ("closed", "closed")


def everyone_reads_it(page):
    page.goto("/open-data/supervision/")
    expect(page.get_by_role("main")).to_contain_text("解除挂牌督办")


def stands_in_the_assessment(county):
    """Late is late: the county's points tell of it, and open onto the very order."""
    refresh_figures()
    item = {"indicator": "orders.in_time", "label": "按期整改率", "direction": "higher"}
    amounts = {"weight": Decimal(100), "floor": Decimal(50), "target": Decimal(100)}
    scheme = publish(draw_up(year=2026, level="county", items=[{**item, **amounts}]), at=timezone.now())
    page = county.page
    page.goto(f"/assessment/{scheme.pk}/units/{actors.COUNTY}/")
    row = page.locator("tbody tr", has_text="按期整改率")
    expect(row).to_contain_text("0")
    row.get_by_role("link").last.click()
    expect(page.locator("tbody tr")).to_have_count(1)
    county.opens(Order.objects.get().number)
