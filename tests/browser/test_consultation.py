"""Several offices, walked in a browser: two departments that both decline, and a matter of two counties. With JavaScript and without."""

import pytest
from playwright.sync_api import expect

from disputes.complaints.models import Complaint
from disputes.complaints.services import route
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import Officer, Receipt, Resident

ASKED = "施工扬尘由哪个单位管，职责有交叉，提请会商。"
NOT_OURS = "依三定方案，不属我单位职责。"
WHY = "扬尘执法已划转卫健部门牵头，指定其主办。"
BESIDE = f"{actors.OTHER_COUNTY}001"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def desk(request, visit, town):
    """Seats a person at a desk of their own, signed in, before a page."""

    def seat(person):
        officer = Officer(visit(**DESKTOP, java_script_enabled=request.param), person)
        town.enter(officer.page, person)
        return officer

    return seat


@pytest.fixture
def housing(town):
    return actors.actor(Role.DEPARTMENT_HANDLER, name="住建经办人")


@pytest.fixture
def health(town):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="health", name="卫健经办人")


@pytest.fixture
def filed(town, housing):
    """A complaint the housing bureau was given."""
    found = town.filed()
    case = town.take(found.complaint, until="classify")
    engine.take(case, "dispatch", by=town.operator, at=case.opened_at, office=housing.acting_post.office)
    return found


def goes_to_card(officer, label):
    """From the desk to what the card counts, and to the first of it."""
    officer.page.goto("/desk/")
    officer.page.get_by_role("main").get_by_role("link", name=label).first.click()
    officer.page.locator("tbody tr").get_by_role("link").first.click()


def test_two_departments_decline_and_the_centre_designates(desk, filed, housing, health):
    first, second, centre = desk(housing), desk(health), desk(actors.actor(Role.CENTRE_OFFICER, name="综治中心"))
    first.page.goto(filed.complaint.get_absolute_url())
    first.takes("申请会商", note=ASKED, ticks=[health.acting_post.office.short_name])
    for officer in (first, second):
        goes_to_card(officer, "待表明意见")
        officer.takes("表明意见", stance="not_ours", note=NOT_OURS)
    expect(second.page.locator("#panel")).to_contain_text("待指定主办")
    goes_to_card(centre, "待指定主办")
    expect(centre.page.locator("#panel")).to_contain_text(NOT_OURS)
    centre.takes("指定主办单位", lead=str(health.acting_post.office_id), note=WHY)
    second.page.goto(filed.complaint.get_absolute_url())
    expect(second.page.locator("#panel")).to_contain_text("综治中心指定")
    second.takes("签收")
    expect(second.page.locator(".steps").get_by_role("link", name="提出异议")).to_have_count(0)
    expect(second.page.locator(".steps").get_by_role("link", name="申请会商")).to_have_count(0)


def test_two_counties_are_organised_by_the_city_and_the_neighbour_answers(desk, visit, town, filed, housing):
    actors.office(OfficeType.CENTRE, actors.OTHER_COUNTY)
    neighbour = actors.actor(Role.TOWNSHIP_CLERK, BESIDE, name="邻区经办人")
    assert route(actors.place(BESIDE), filed.complaint.category)[0] == neighbour.acting_post.office
    first, beside = desk(housing), desk(neighbour)
    first.page.goto(filed.complaint.get_absolute_url())
    first.takes("申请会商", note=ASKED, ticks=[actors.place(BESIDE).short_name])
    city = desk(actors.actor(Role.CENTRE_OFFICER, actors.CITY, name="市中心"))
    goes_to_card(city, "无主或超期")
    expect(city.page.locator("#panel")).to_contain_text(f"组织会商 {actors.office(OfficeType.CENTRE, actors.CITY).short_name}")
    goes_to_card(first, "待表明意见")
    first.takes("表明意见", stance="joint", note="可以协助查看工地。")
    goes_to_card(beside, "待表明意见")
    beside.takes("表明意见", stance="ours", note="堆场在我街道一侧，由我们主办。")
    expect(beside.page.locator("#panel")).to_contain_text("已商定主办")
    helps_and_answers(first, beside, filed)
    resident = Resident(visit(**PHONE))
    resident.tracks(Receipt(filed.complaint.number, filed.query_code))
    expect(resident.page.get_by_role("main")).to_contain_text(neighbour.acting_post.office.short_name)


def helps_and_answers(helper, lead, filed):
    """The lead answers for all, after the helper reported."""
    lead.page.goto(filed.complaint.get_absolute_url())
    lead.takes("签收")
    lead.takes("联系反映人", note="已通话，约定现场查看。")
    goes_to_card(helper, "待签收协办单")
    helper.takes("签收")
    helper.takes("向主办单位反馈", note="工地已加装围挡喷淋。")
    lead.page.reload()
    expect(lead.page.locator("#panel")).to_contain_text("工地已加装围挡喷淋。")
    lead.takes("答复", note="堆场已苫盖，两侧工地喷淋已开。")
    assert Complaint.objects.get().state == "replied"
