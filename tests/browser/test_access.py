"""No page shuts anybody out: nothing grave that axe-core finds on a desktop or a phone, nothing cut off on a small screen.

400 % zoom on a screen of 1280 pixels leaves 320 of them.
"""

import pytest
from django.urls import get_resolver, reverse

from governance.web import page as gates
from governance.web.matrix import named_views
from supervision.indicators.tasks import refresh_figures
from tests import actors
from tests.browser.looking import barriers, cut_off
from tests.browser.walking import Receipt, Resident, photograph

DESKTOP, PHONE, SMALLEST = 1366, 390, 320
PUBLIC = (
    "home", "about", "file_complaint", "track", "sign_in", "register", "apply_mediation", "find_grid", "open_data", "published_supervision",
    "grid_here", "drills_published", "venues_published", "published_complaints", "published_map", "bulletins", "questions", "open311",
    "community", "deliberations", "raise_matter", "directory", "volunteer_calls", "phone_offline", "phone_sheet", "grid_duties",
    "supervise_us", "published_reviews", "honours_publicity", "duty_ledger", "mediator_directory", "matters", "ask_for_care",
    "mass_events_published", "apply_mass_event", "report_hazard", "listed_hazards", "checklists_published", "inspection_plans_published",
    "inspections_sheet", "warnings_published", "subscribe_warnings",
    "inspections_sheet", "safety_index_published", "safety_index_how",
    "inspections_sheet", "report_incident",
)  # fmt: skip
STAFF = (
    ("operator", "desk"),
    ("operator", "complaints_list"),
    ("operator", "complaints_create"),
    ("operator", "inbox"),
    ("operator", "account"),
    ("operator", "bulletins_manage"),
    ("operator", "knowledge_list"),
    ("operator", "knowledge_create"),
    ("clerk", "limit_calculator"),
    ("clerk", "complaints_list"),
    ("clerk", "mesh_list"),
    ("clerk", "atlas_tree"),
    ("clerk", "atlas_map"),
    ("clerk", "households_list"),
    ("clerk", "meshfiles_list"),
    ("clerk", "redrawing_list"),
    ("official", "dashboard"),
    ("administrator", "people"),
    ("administrator", "offices"),
    ("administrator", "calendar_years"),
    ("administrator", "limits"),
    ("administrator", "access_matrix"),
    ("administrator", "deliveries"),
    ("administrator", "system_status"),
)
STEPS = (
    (None, "operator", "classify"),
    ("classify", "operator", "dispatch"),
    ("dispatch", "clerk", "object"),
    ("contact", "clerk", "reply"),
    ("reply", "operator", "call_back"),
)


def shut_out(page):
    """Everything wrong with the page for somebody."""
    return barriers(page, DESKTOP, PHONE) + cut_off(page, PHONE, SMALLEST)


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_page_is_for_everyone(name, desktop):
    desktop.goto(reverse(name))
    assert shut_out(desktop) == []


def is_read_by_strangers(client, name, view):
    answer = client.get(reverse(name)) if view.gate == gates.PUBLIC else None
    return bool(answer) and answer.status_code == 200 and not answer.streaming and b"<h1" in answer.content


def test_no_public_page_is_left_out(client, town):
    """Every address without arguments that answers a stranger with a page is walked above."""
    plain = {name: view for name, view in named_views().items() if get_resolver().reverse_dict.getlist(name)[0][0][0][1] == []}
    assert {name for name, view in plain.items() if is_read_by_strangers(client, name, view)} - {*PUBLIC} == set()


def test_a_form_with_errors_is_for_everyone(desktop):
    desktop.goto(reverse("file_complaint"))
    desktop.get_by_role("button", name="下一步：核对").click()
    assert desktop.locator("[data-error-summary]").evaluate("summary => summary === document.activeElement")
    assert shut_out(desktop) == []


def test_the_check_and_the_receipt_are_for_everyone(desktop):
    resident = Resident(desktop)
    resident.fills_in_the_form()
    desktop.set_input_files("#id_files", photograph())
    resident.goes_on_to_check()
    assert shut_out(desktop) == []
    resident.solves_the_sum()
    resident.sends()
    assert shut_out(desktop) == []


def test_the_tracking_page_is_for_everyone(desktop, town):
    filed = town.filed()
    Resident(desktop).tracks(Receipt(filed.complaint.number, filed.query_code))
    assert shut_out(desktop) == []


def test_an_answered_complaint_is_for_everyone(desktop, town):
    filed = town.filed()
    town.take(filed.complaint, until="reply")
    Resident(desktop).tracks(Receipt(filed.complaint.number, filed.query_code))
    assert shut_out(desktop) == []


@pytest.mark.parametrize(("person", "name"), STAFF)
def test_a_page_of_the_staff_is_for_everyone(person, name, desktop, town):
    for step in ("close", "dispatch", None):
        town.complaint(until=step)
    refresh_figures()
    town.enter(desktop, getattr(town, person))
    desktop.goto(reverse(name))
    assert desktop.url.endswith(reverse(name)), "turned away"
    assert shut_out(desktop) == []


@pytest.mark.parametrize("code", [actors.COUNTY, actors.VILLAGE])
def test_a_dashboard_further_down_is_for_everyone(code, desktop, town):
    town.complaint(until="close")
    refresh_figures()
    town.enter(desktop, town.official)
    desktop.goto(reverse("dashboard_place", args=[code]))
    assert shut_out(desktop) == []
    desktop.locator(".figure-value a").first.click()
    assert shut_out(desktop) == []


@pytest.mark.parametrize("name", ["complaints_detail", "complaints_print", "complaints_contact"])
def test_a_case_is_for_everyone(name, desktop, town):
    case = town.complaint(until="reply")
    town.enter(desktop, town.operator)
    desktop.goto(reverse(name, args=[case.number]))
    assert shut_out(desktop) == []


@pytest.mark.parametrize(("until", "person", "step"), STEPS)
def test_the_form_of_a_step_is_for_everyone(until, person, step, desktop, town):
    case = town.complaint(until=until)
    town.enter(desktop, getattr(town, person))
    desktop.goto(reverse("complaints_take_step", args=[case.number, step]))
    assert shut_out(desktop) == []


def test_large_type_is_cut_off_nowhere(desktop):
    desktop.goto(reverse("file_complaint"))
    desktop.get_by_role("button", name="大字版").first.click()
    assert "large" in desktop.locator("html").get_attribute("class")
    assert cut_off(desktop, PHONE, SMALLEST) == []
