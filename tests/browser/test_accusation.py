"""Nobody judges his own case, in a browser: an accusation is filed, passes the accused by, and is answered one level up."""

import pytest
from playwright.sync_api import expect

from disputes.complaints.models import Complaint
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import Officer, Resident, button

WORDS = "窗口工作人员收了材料一个月不办，也不给书面答复，问起来就推诿。"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def script(request):
    return {"java_script_enabled": request.param}


@pytest.fixture
def staff(visit, script):
    def seat(person):
        officer = Officer(visit(**DESKTOP, **script), person)
        officer.signs_in()
        return officer

    return seat


def names_the_township(resident):
    """Finds the office by a part of its name, and presses the one that is meant."""
    page = resident.page
    page.locator("#id_against").fill("平安建设")
    button(page, "查找单位").click()
    page.locator("button[name=use_office]", has_text="街道").first.click()
    expect(page.locator("#id_against")).to_have_value(actors.office("township", actors.TOWNSHIP).name + "（" + full_name() + "）")


def full_name():
    return actors.place(actors.TOWNSHIP).full_name


def files(resident):
    resident.fills_in_the_form(WORDS)
    names_the_township(resident)
    resident.goes_on_to_check()
    expect(resident.page.get_by_role("main")).to_contain_text("由它的上一级办理，该单位看不到")
    resident.solves_the_sum()
    return resident.sends()


def finds_nothing(clerk, number):
    clerk.page.goto(f"/complaints/?state=all&q={number}")
    expect(clerk.page.locator("#main, main").first).to_contain_text("没有符合条件的事项")
    assert clerk.page.goto(f"/complaints/{number}/").status == 404


def test_an_accusation_passes_the_accused_by(visit, script, staff, town):
    resident, centre = Resident(visit(**PHONE, **script)), actors.actor(Role.CENTRE_OFFICER, name="王海霞")
    receipt = files(resident)
    clerk, operator = staff(town.clerk), staff(town.operator)
    finds_nothing(clerk, receipt.number)
    operator.opens_the_worklist()
    operator.opens(receipt.number)
    operator.takes("分类", urgency="normal")
    operator.takes("派单", note="请依法核查。")
    handler = staff(centre)
    handler.opens_the_worklist()
    handler.opens(receipt.number)
    handler.takes("签收")
    handler.takes("联系反映人", note="已通话，约定当面核实。")
    handler.takes("答复", note="已责成街道限期办结，并对有关人员批评教育。")
    finds_nothing(clerk, receipt.number)
    resident.tracks(receipt)
    expect(resident.page.get_by_role("main")).to_contain_text("由它的上一级办理")
    assert Complaint.objects.values_list("state", "office__type").get() == ("replied", "centre")
