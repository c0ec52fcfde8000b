"""Every kept figure is held against a recount and against the rows it opens; what waits is no error, what differs is told."""

import json

import pytest
from django.core.management import call_command

from disputes.complaints.models import Complaint
from governance import registry
from governance.cases.indicators import LEFT_OUT
from supervision.indicators.checking import check, check_and_mend
from supervision.indicators.models import DayFigure, Figure, FigureCheck, StaleMonth
from supervision.indicators.services import refresh
from tests import actors
from tests.conftest import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_waits(city):
    StaleMonth.objects.all().delete()


def test_what_was_counted_from_its_rows_agrees_with_them(city):
    outcome = check()
    assert outcome.checked > 150
    assert (outcome.either, outcome.waiting, outcome.examples) == (0, 0, [])


@pytest.mark.parametrize("column", ["numerator", "denominator", "left_out"])
def test_one_wrong_number_is_one_difference(city, column):
    wrong = Figure.objects.filter(indicator="complaints.on_time", place_path=actors.CITY, month=MONDAY.date().replace(day=1))
    assert wrong.update(**{column: 999}) == 1
    outcome = check()
    assert (outcome.either, outcome.different, outcome.unopened) == (1, 1, 1)
    assert outcome.examples[0]["indicator"] == "complaints.on_time"
    assert outcome.wrong == {("complaints", MONDAY.date().replace(day=1))}


def test_a_wrong_day_is_a_difference(city):
    assert DayFigure.objects.filter(place_path=actors.CITY, day=MONDAY.date()).update(numerator=999) == 1
    assert [one["when"] for one in check().examples] == ["2026-11-23"]


def test_a_row_that_changed_without_an_event_is_found_and_mended(city):
    Complaint.objects.filter(place_path=actors.VILLAGE).update(solved="yes")
    assert check().either > 0
    assert not check_and_mend(at=MONDAY).agrees
    assert FigureCheck.objects.get().mended
    assert check().either == 0


def test_what_waits_to_be_counted_is_told_apart(city, filing):
    filing()
    outcome = check()
    assert outcome.either == 0
    assert outcome.waiting > 0
    refresh(at=MONDAY)
    assert check().waiting == 0


def test_programs_are_told_in_numbers(city, capsys):
    Figure.objects.filter(indicator="complaints.received", place_path=actors.CITY).update(numerator=999)
    call_command("check_figures", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["different"] == told["different_from_recount"] == told["different_from_opened_rows"] == 3
    assert told["checked"] > 150
    assert not FigureCheck.objects.exists()


def test_a_check_by_hand_is_kept_on_request(city):
    call_command("check_figures", "--record", "--procedure", "complaints")
    assert FigureCheck.objects.get().agrees


def test_what_a_rate_leaves_out_is_looked_up_case_by_case_and_not_listed():
    """A list of millions of counted cases fits into no memory, and the check of a night would never end."""
    telling = [one for one in registry.declared("indicators") if one.tells_left_out]
    models = registry.case_models()
    written = {one.code: str(one.rows(models[one.procedure].objects.order_by(), LEFT_OUT).query) for one in telling}
    assert written
    assert [code for code, sql in written.items() if "NOT (EXISTS(" not in sql.replace("NOT EXISTS(", "NOT (EXISTS(")] == []
