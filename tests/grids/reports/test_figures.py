"""Lapses and figures: what was not answered in time is noticed without anyone looking, told upwards, and counted."""

from datetime import timedelta

import pytest

from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.deadlines.terms import term_named
from governance.flow import engine
from governance.notices.models import Notice
from governance.timeline.models import Event
from grids.reports.indicators import INDICATORS
from grids.reports.models import Report
from grids.reports.terms import CONFIRM, OF_STATIONS, ON_THE_SPOT
from tests.grids.walking import answered, walk

LONG = timedelta(days=40)


def figures():
    """code → (numerator, denominator) over all reports."""
    rows = Report.objects.filter()
    return {one.code.partition(".")[2]: (one.rows(rows).count(), one.rows(rows, "denominator").count()) for one in INDICATORS}


def titles(user):
    return [notice.title for notice in Notice.objects.filter(recipient=user, channel="in_app")]


def test_a_station_s_lapse_is_a_duty_not_met():
    assert all(term.duty and term.ground == 2 for term in OF_STATIONS)
    assert not ON_THE_SPOT.duty
    assert not CONFIRM.duty
    assert term_named("reports.township") is OF_STATIONS[1]


@pytest.mark.parametrize(
    ("until", "late"), [("pass_to_village", "village"), ("pass_to_township", "township"), ("pass_to_department", "department")]
)
def test_the_station_that_is_late_is_told(report, stations, at, until, late):
    walk(report, stations, at, until=until)
    sweep(at=at + LONG)
    assert f"已逾期 {report.number}" in titles(stations[late])
    kept = {name: getattr(Report.objects.get(), f"{name}_kept") for name in ("village", "township", "department")}
    assert kept.pop(late) is False
    assert False not in kept.values()
    assert Report.objects.get().answer_kept is False


def test_a_lapse_names_the_office_that_was_late(report, stations, at):
    walk(report, stations, at, until="pass_to_township")
    sweep(at=at + LONG)
    event = Event.objects.of(report).get(kind="deadline.lapsed")
    assert event.data["office"] == stations["township"].acting_post.office_id


def test_sweeping_twice_tells_once(report, stations, at):
    walk(report, stations, at, until="pass_to_village")
    sweep(at=at + LONG)
    told = Notice.objects.count()
    sweep(at=at + LONG)
    assert Notice.objects.count() == told
    assert Deadline.objects.of(report).filter(lapsed_at__isnull=False).count() == 1


def test_a_worker_who_does_nothing_is_reminded_with_the_village(report, worker, village_clerk, at):
    sweep(at=at + LONG)
    assert f"已逾期 {report.number}" in titles(worker)
    assert f"网格事件逾期 {report.number}" in titles(village_clerk)
    assert Report.objects.get().spot_kept is False


@pytest.mark.parametrize(
    ("step", "who"), [("pass_to_village", "village"), ("pass_to_township", "township"), ("pass_to_department", "department")]
)
def test_the_next_station_is_told(report, stations, at, step, who):
    walk(report, stations, at, until=step)
    assert f"网格事件待答复 {report.number}" in titles(stations[who])


def test_the_worker_is_told_of_answer_and_return(reporting, stations, at):
    first, second = (walk(reporting(), stations, at, until="pass_to_village") for _ in "12")
    answered(first, stations["village"], at + timedelta(hours=1))
    engine.take(second, "return_to_worker", by=stations["village"], at=at + timedelta(hours=1), note="位置不清。")
    assert {f"网格事件已有答复 {first.number}", f"网格事件被退回 {second.number}"} <= set(titles(stations["worker"]))


def test_the_figures_count_what_their_words_say(reporting, stations, at):
    engine.take(reporting(), "solve", by=stations["worker"], at=at + timedelta(hours=1), note="已亮。", photos=[])
    engine.take(reporting(), "withdraw", by=stations["worker"], at=at + timedelta(hours=1), note="误报。")
    answered(walk(reporting(), stations, at, until="pass_to_village"), stations["village"], at + timedelta(hours=1))
    late = answered(walk(reporting(), stations, at, until="pass_to_township"), stations["township"], at + LONG)
    engine.take(late, "confirm", by=stations["worker"], at=at + LONG + timedelta(hours=1))
    reporting()
    assert figures() == {
        "received": (5, 5), "on_the_spot": (1, 3), "on_time": (1, 2), "closed": (2, 3), "in_village": (2, 2), "in_township": (0, 1),
        "in_department": (0, 0), "checked": (1, 1),
    }  # fmt: skip


def test_every_numerator_lies_in_its_denominator(reporting, stations, at):
    engine.take(reporting(), "solve", by=stations["worker"], at=at + LONG, note="已亮。", photos=[])
    returned = walk(reporting(), stations, at, until="pass_to_village")
    engine.take(returned, "return_to_worker", by=stations["village"], at=at + LONG, note="位置不清。")
    for one in INDICATORS:
        inside, rows = one.rows(Report.objects.filter()), one.rows(Report.objects.filter(), "denominator")
        assert set(inside.values_list("pk", flat=True)) <= set(rows.values_list("pk", flat=True)), one.code
