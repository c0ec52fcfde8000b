"""One complaint, all the way: filed, dispatched, answered, rated, and found again behind a figure. With and without JavaScript."""

import pytest
from playwright.sync_api import expect

from disputes.complaints.models import Complaint
from supervision.indicators.tasks import refresh_figures
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.people import WORDS, secure
from tests.browser.walking import Officer, Resident, photograph

pytestmark = pytest.mark.usefixtures("secured")


@pytest.fixture
def secured(settings):
    """As in production: officials show a second factor."""
    settings.SECURED_ROLES_NEED_SECOND_FACTOR = True


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def script(request):
    return {"java_script_enabled": request.param}


@pytest.fixture
def resident(visit, script):
    return Resident(visit(**PHONE, **script))


@pytest.fixture
def staff(visit, script):
    """Seats a person at a desk of their own, signed in."""

    def seat(person, **how):
        officer = Officer(visit(**DESKTOP, **script), person)
        officer.signs_in(**how)
        return officer

    return seat


def test_a_complaint_goes_all_the_way(resident, staff, town):
    receipt = resident.files(photo=photograph())
    operator, clerk = staff(town.operator), staff(town.clerk)
    dispatches(operator, receipt.number)
    answers(clerk, receipt.number)
    calls_back_and_closes(operator)
    resident.tracks(receipt)
    expect(resident.page.get_by_role("main")).to_contain_text("夜间十点后不再使用喇叭")
    resident.rates(solved="yes", satisfaction="satisfied")
    refresh_figures()
    official = staff(secure(town.official), second_factor=True)
    finds_behind_the_figure(official, receipt.number)
    assert Complaint.objects.values_list("number", "state", "satisfaction").get() == (receipt.number, "closed", "satisfied")


def dispatches(operator, number):
    operator.opens_the_worklist()
    operator.opens(number)
    expect(operator.page.locator("#panel")).to_contain_text("现场.jpg")
    operator.takes("分类", urgency="normal")
    operator.takes("派单", note="请在期限内办结并答复。")


def answers(clerk, number):
    clerk.opens_the_worklist()
    clerk.opens(number)
    clerk.takes("签收")
    clerk.takes("联系反映人", note="已通话，约定周五到现场查看。")
    clerk.takes("答复", note="已约谈商家，夜间十点后不再使用喇叭。")


def calls_back_and_closes(operator):
    operator.page.reload()
    operator.takes("回访", reached="yes", solved="yes", satisfaction="fairly")
    operator.takes("办结")


def finds_behind_the_figure(official, number):
    page = official.page
    page.get_by_role("navigation", name="业务导航").get_by_role("link", name="指标看板").click()
    figure = page.locator(".figure", has_text="受理量").locator(".figure-value a")
    expect(figure).to_have_text("1")
    figure.click()
    expect(page.locator("tbody tr")).to_have_count(1)
    official.opens(number)
    expect(page.locator("#panel")).to_contain_text(WORDS)
