"""What a station does not answer in time goes one station up by itself, once; what nobody confirms ends, and says so."""

from datetime import timedelta

import pytest

from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.notices.models import Notice
from governance.timeline.models import Event
from governance.timeline.record import verify
from grids.reports import services
from grids.reports.enums import Came, State
from grids.reports.models import Report
from grids.reports.tasks import carry_on_forgotten
from tests import actors
from tests.grids.walking import answered, walk

LONG = timedelta(days=40)
WAY_UP = [
    ("pass_to_village", "raise_to_township", State.TOWNSHIP, "township", "village"),
    ("pass_to_township", "raise_to_department", State.DEPARTMENT, "department", "township"),
]


def titles(user):
    return [notice.title for notice in Notice.objects.filter(recipient=user, channel="in_app")]


def told(report, kind):
    return Event.objects.of(report).filter(kind=f"reports.{kind}").count()


@pytest.mark.parametrize(("until", "step", "state", "next_one", "late"), WAY_UP)
def test_a_station_past_its_limit_loses_it_to_the_next(report, stations, at, until, step, state, next_one, late):
    walk(report, stations, at, until=until)
    assert services.carry_on_all(at=at + LONG) == 1
    raised = Report.objects.get()
    assert (raised.state, raised.came, raised.signed_at) == (state, Came.RAISED, None)
    assert raised.office == stations[next_one].acting_post.office
    assert raised.due_at > at + LONG
    assert getattr(raised, f"{late}_kept") is False
    assert told(raised, step) == 1


@pytest.mark.parametrize(("until", "step", "state", "next_one", "late"), WAY_UP)
def test_the_next_station_and_the_worker_hear_of_it(report, stations, at, until, step, state, next_one, late):
    walk(report, stations, at, until=until)
    services.carry_on_all(at=at + LONG)
    assert f"逾期上报，请答复 {report.number}" in titles(stations[next_one])
    assert f"网格事件已上报上一级 {report.number}" in titles(stations["worker"])
    assert f"已逾期 {report.number}" in titles(stations[late])


def test_the_lapse_is_told_before_it_is_raised_and_stays(report, stations, at):
    walk(report, stations, at, until="pass_to_village")
    services.carry_on_all(at=at + LONG)
    kinds = [*Event.objects.of(report).order_by("sequence").values_list("kind", flat=True)]
    assert kinds[-2:] == ["deadline.lapsed", "reports.raise_to_township"]
    clock = Deadline.objects.of(report).get(term="reports.village")
    assert (clock.state, clock.lapsed_at) == ("dropped", clock.due_at)
    assert verify().broken is None


def test_a_raised_report_has_an_order_of_its_own(report, stations, at):
    walk(report, stations, at, until="pass_to_village")
    services.carry_on_all(at=at + LONG)
    order = WorkOrder.objects.of(report).standing().get()
    assert (order.office, order.issued_by) == (stations["township"].acting_post.office, None)


def test_the_department_is_the_last_and_the_centre_watches_once(report, stations, at):
    walk(report, stations, at, until="pass_to_department")
    done = [services.carry_on_all(at=at + LONG) for _ in range(3)]
    watched = Report.objects.get()
    assert (done, watched.state, watched.watched_at) == ([1, 0, 0], State.DEPARTMENT, at + LONG)
    assert titles(stations["centre"]).count(f"逾期盯办 {report.number}") == 1
    assert told(report, "watch") == 1


def test_a_kind_without_a_trade_is_watched_at_the_township(reporting, stations, at):
    walk(reporting(kind="other"), stations, at, until="pass_to_township")
    services.carry_on_all(at=at + LONG)
    assert (Report.objects.get().state, told(Report.objects.get(), "watch")) == (State.TOWNSHIP, 1)


def test_an_office_that_is_kept_out_is_passed_over(report, stations, at):
    passed = walk(report, stations, at, until="pass_to_village")
    Report.objects.filter(pk=passed.pk).update(barred_ids=[stations["township"].acting_post.office_id])
    services.carry_on_all(at=at + LONG)
    assert (Report.objects.get().state, told(passed, "watch")) == (State.VILLAGE, 1)


def test_an_answer_ends_the_watching(report, stations, at):
    walk(report, stations, at, until="pass_to_department")
    services.carry_on_all(at=at + LONG)
    back = answered(Report.objects.get(), stations["department"], at + LONG + timedelta(hours=2))
    assert (back.watched_at, back.department_kept, back.answer_kept) == (None, False, False)


def test_what_is_dispatched_anew_is_watched_no_longer(report, stations, at):
    walk(report, stations, at, until="pass_to_department")
    services.carry_on_all(at=at + LONG)
    other = actors.office("bureau", actors.COUNTY, "urban")
    facts = {"by": stations["centre"], "at": at + LONG + timedelta(hours=1), "note": "请城管办理。", "office": other}
    assert engine.take(Report.objects.get(), "dispatch", **facts).watched_at is None


def test_what_is_not_late_stays(report, stations, at):
    walk(report, stations, at, until="pass_to_village")
    assert services.carry_on_all(at=at + timedelta(hours=3)) == 0
    assert Report.objects.get().state == State.VILLAGE


def test_what_nobody_confirms_ends_and_says_so(report, stations, at):
    answered(walk(report, stations, at, until="pass_to_village"), stations["village"], at + timedelta(hours=1))
    assert [services.carry_on_all(at=at + LONG) for _ in range(2)] == [1, 0]
    ended = Report.objects.get()
    assert (ended.state, ended.by_silence, ended.closed_at) == (State.CONFIRMED, True, at + LONG)
    assert f"未核对，已自动办结 {report.number}" in titles(stations["worker"])
    assert f"网格员未核对 {report.number}" in titles(stations["village"])
    assert not WorkOrder.objects.of(report).standing().exists()


def test_a_confirmation_is_no_silence(report, stations, at):
    back = answered(walk(report, stations, at, until="pass_to_village"), stations["village"], at + timedelta(hours=1))
    assert engine.take(back, "confirm", by=stations["worker"], at=at + timedelta(hours=2)).by_silence is False


def test_the_task_does_it_and_the_second_run_finds_nothing(report, stations, at):
    walk(report, stations, at - 10 * LONG, until="pass_to_village")
    assert [carry_on_forgotten(), carry_on_forgotten()] == [1, 0]


def test_the_list_says_what_was_raised_and_what_is_watched(report, stations, at, signed_in):
    walk(report, stations, at, until="pass_to_department")
    services.carry_on_all(at=at + LONG)
    page = signed_in(stations["centre"]).get("/reports/").content.decode()
    assert "中心盯办" in page
