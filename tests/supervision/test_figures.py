"""Kept figures: marked with every change, counted again by place, never different from their rows."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from disputes.complaints.models import Complaint
from governance import registry
from governance.flow.engine import StepRefused, take
from governance.flow.table import RESIDENT
from supervision.indicators import services, tasks
from supervision.indicators.models import Figure, StaleMonth
from supervision.indicators.services import differences, refresh, settle
from tests import actors
from tests.conftest import MONDAY
from tests.supervision.conftest import become, midnight

pytestmark = pytest.mark.django_db

NOVEMBER = date(2026, 11, 1)
MONTHS = [date(2026, month, 1) for month in range(1, 13)]


def figure(code, path=actors.CITY, month=NOVEMBER):
    found = Figure.objects.filter(indicator=f"complaints.{code}", place_path=path, month=month).first()
    return (found.numerator, found.denominator) if found else (0, 0)


def all_differences():
    return [difference for month in MONTHS for difference in differences("complaints", month)]


def test_a_case_that_moves_is_counted_where_it_went_and_no_longer_where_it_was(complaint, operator):
    refresh(at=MONDAY)
    there = actors.place(actors.OTHER_VILLAGE)
    take(complaint, "correct", by=operator, at=MONDAY, place=there, landmark="北门")
    refresh(at=MONDAY)
    assert (figure("received", actors.VILLAGE), figure("received", actors.OTHER_VILLAGE)) == ((0, 0), (1, 0))
    assert all_differences() == []


def test_every_event_marks_its_place_and_month(complaint, operator):
    StaleMonth.objects.all().delete()
    take(complaint, "classify", by=operator, at=MONDAY, kind="help", category=complaint.category, urgency="normal")
    assert list(StaleMonth.objects.values_list("procedure", "month", "place_path")) == [("complaints", NOVEMBER, actors.VILLAGE)]


def test_a_step_that_fails_leaves_no_mark(complaint, clerk):
    StaleMonth.objects.all().delete()
    with pytest.raises(StepRefused):
        take(complaint, "sign", by=clerk, at=MONDAY)
    assert not StaleMonth.objects.exists()


def test_a_month_is_that_of_the_city_s_calendar(filing):
    filing(at=midnight(2026, 11, 1))
    assert StaleMonth.objects.get().month == NOVEMBER


def test_a_refresh_counts_a_new_complaint_at_all_four_levels(filing):
    filing()
    assert refresh(at=MONDAY) == [("complaints", NOVEMBER)]
    paths = (actors.VILLAGE, actors.TOWNSHIP, actors.COUNTY, actors.CITY)
    assert [figure("received", path) for path in paths] == [(1, 0)] * 4
    assert not StaleMonth.objects.exists()


def test_after_a_refresh_no_figure_differs_from_its_rows(city, filing):
    for code in (actors.VILLAGE, actors.COUNTY, actors.OTHER_VILLAGE):
        filing(code=code)
    take(Complaint.objects.filter(state="registered").first(), "withdraw", by=RESIDENT, at=MONDAY, note="已自行解决")
    refresh(at=MONDAY)
    assert all_differences() == []


def test_a_refresh_of_one_village_agrees_with_counting_everything(city, filing):
    filing(code=actors.OTHER_VILLAGE)
    refresh(at=MONDAY)
    kept = sorted(Figure.objects.values_list("indicator", "place_path", "month", "numerator", "denominator"))
    services.recount_all("complaints", at=MONDAY)
    counted = sorted(Figure.objects.values_list("indicator", "place_path", "month", "numerator", "denominator"))
    assert [row for row in kept if row[3:] != (0, 0)] == [row for row in counted if row[3:] != (0, 0)]


def test_refreshing_again_changes_nothing(filing):
    filing()
    refresh(at=MONDAY)
    before = list(Figure.objects.order_by("pk").values())
    assert refresh(at=MONDAY + actors.days(1)) == []
    assert list(Figure.objects.order_by("pk").values()) == before


def test_a_refresh_costs_the_same_for_one_change_and_for_ten(filing):
    filing()
    with CaptureQueriesContext(connection) as one:
        refresh(at=MONDAY)
    for _number in range(10):
        filing(code=actors.OTHER_VILLAGE)
    with CaptureQueriesContext(connection) as ten:
        refresh(at=MONDAY)
    assert len(ten) == len(one)


def test_marks_written_while_counting_stay_for_the_next_run(filing, monkeypatch):
    filing()
    count = services.count_places

    def count_while_another_comes(*args, **options):
        count(*args, **options)
        filing()

    monkeypatch.setattr(services, "count_places", count_while_another_comes)
    refresh(at=MONDAY)
    monkeypatch.undo()
    assert StaleMonth.objects.count() == 1
    refresh(at=MONDAY)
    assert figure("received") == (2, 0)


def test_a_case_that_leaves_a_count_is_taken_out_of_it(filing, operator):
    complaint = filing().complaint
    become(complaint, at=MONDAY, solved="yes", satisfaction="satisfied")
    refresh(at=MONDAY)
    assert figure("solved") == (1, 1)
    become(complaint, at=MONDAY, solved="", satisfaction="")
    StaleMonth.objects.create(procedure="complaints", month=NOVEMBER, place_path=actors.VILLAGE)
    refresh(at=MONDAY)
    assert figure("solved") == (0, 0)
    assert all_differences() == []


def test_the_nightly_comparison_finds_and_mends_a_wrong_figure(city):
    Figure.objects.filter(indicator="complaints.received", place_path=actors.CITY, month=NOVEMBER).update(numerator=999)
    StaleMonth.objects.all().delete()
    found = settle("complaints", at=MONDAY)
    assert [(code, path, kept[0]) for code, path, kept, _now in found] == [("complaints.received", actors.CITY, 999)]
    assert all_differences() == []


def test_what_waits_to_be_counted_is_no_error(city, filing):
    filing()
    assert settle("complaints", at=MONDAY) == []
    assert StaleMonth.objects.exists()


def test_the_command_says_where_figures_differ_and_another_counts_them_anew(city, capsys):
    StaleMonth.objects.all().delete()
    Figure.objects.filter(indicator="complaints.due", place_path=actors.VILLAGE, month=NOVEMBER).update(numerator=77)
    with pytest.raises(CommandError, match="1 of .* figures differ"):
        call_command("check_figures")
    assert f"2026-11 complaints.due {actors.VILLAGE}: kept (77, 0, 0)" in capsys.readouterr().out
    call_command("recount_figures")
    call_command("check_figures")
    assert "agree with their rows" in capsys.readouterr().out


def test_a_change_asks_for_a_count_at_once_and_then_not_for_a_while(filing, monkeypatch, django_capture_on_commit_callbacks):
    sent = []
    monkeypatch.setattr("governance.queue.send", lambda task, args: sent.append(task.name))
    monkeypatch.setattr(tasks.asked_lately, "open_until", 0.0)
    with django_capture_on_commit_callbacks(execute=True):
        filing()
        filing()
    assert sent.count("supervision.indicators.tasks.refresh_figures") == 1


def test_the_tasks_count_and_compare(filing):
    filing()
    tasks.refresh_figures()
    assert figure("received") == (1, 0)
    Figure.objects.update(numerator=5)
    tasks.compare_figures()
    assert figure("received") == (1, 0)


def test_every_indicator_says_in_words_what_it_counts():
    declared = registry.declared("indicators")
    assert len(declared) >= 7
    for indicator in declared:
        assert indicator.label
        assert indicator.article
        assert indicator.numerator_label
        assert bool(indicator.denominator) == bool(indicator.denominator_label)


def test_an_event_and_its_mark_are_one_transaction(complaint):
    StaleMonth.objects.all().delete()
    with transaction.atomic():
        take(complaint, "withdraw", by=RESIDENT, at=MONDAY, note="不再反映")
        transaction.set_rollback(True)
    assert not StaleMonth.objects.exists()
