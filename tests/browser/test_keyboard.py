"""Filing with the keyboard alone: every stop can be reached, shows that it is there, and does what a pointer would do."""

from playwright.sync_api import expect

from disputes.complaints.models import Complaint
from tests import actors
from tests.browser.looking import Keyboard
from tests.browser.people import WORDS
from tests.browser.walking import PHONE_NUMBER, PLACE, SETTLED, Resident


def test_the_public_form_is_filed_without_a_pointer(desktop):
    keys = Keyboard(desktop)
    desktop.goto("/")
    keys.press("main a[href='/file/']")
    desktop.wait_for_url("**/file/")
    fill_in(keys)
    keys.press("form.filing .form-actions button")
    expect(desktop.get_by_role("heading", name="核对您填写的内容")).to_be_visible()
    keys.press("button[name=challenge_switch][value=words]")
    desktop.locator("#id_challenge_answer:focus").wait_for()
    desktop.keyboard.insert_text(str(Resident(desktop).result_of_the_sum()))
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", name="提交成功")).to_be_visible()
    assert Complaint.objects.values_list("kind", "place__code", "description").get() == ("help", actors.VILLAGE, WORDS)


def fill_in(keys):
    keys.press("[name=kind]", "Space")
    keys.page.keyboard.press("ArrowDown")
    keys.write("[name=description]", WORDS)
    for level, code in PLACE:
        keys.page.locator(f"#cascade{SETTLED} #id_place_{level}").wait_for()
        keys.choose(f"#id_place_{level}", code)
    keys.write("[name=phone]", PHONE_NUMBER)


def test_the_first_stop_leads_past_the_furniture(desktop):
    desktop.goto("/")
    Keyboard(desktop).press("a.skip")
    assert desktop.evaluate("() => document.activeElement.id") == "main"


def test_a_worklist_is_walked_with_j_and_k_and_opened_with_enter(desktop, town):
    first, second = town.complaint(), town.complaint()
    town.enter(desktop, town.operator)
    desktop.goto("/complaints/")
    for key in "jjk":
        desktop.keyboard.press(key)
    desktop.keyboard.press("Enter")
    expect(desktop.locator("#panel")).to_contain_text(min(first, second, key=lambda case: (case.due_at, case.pk)).number)
