"""What an evaluation asks for comes back until it is done."""

from datetime import timedelta

import pytest

from emergencies.drills.enums import State
from emergencies.drills.models import Drill
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from supervision.oversight.models import Finding
from tests import actors
from tests.emergencies.drills.test_flow import MEASURE, carry, hold_clock


@pytest.fixture
def improving(drill, manager, at, fresh):
    """A drill reported with two measures, due twenty and forty days after it was held."""
    held = at + timedelta(days=30)
    measures = [{**MEASURE, "until": (held + timedelta(days=days)).date()} for days in (40, 20)]
    return fresh(carry(drill, manager, held, measures=measures))


def clock(drill):
    return Deadline.objects.of(drill).filter(term="drills.measures").still_open().first()


def finish(drill, by, at, measure=None):
    measure = measure or drill.measures.still_open().order_by("until").first()
    return engine.take(drill, "finish_measure", by=by, at=at, note="已落实。", measure=measure, photographs=[])


def test_a_report_with_measures_stays_open_and_the_next_duty_runs_beside_it(improving):
    assert (improving.state, improving.closed_at) == (State.IMPROVING, None)
    assert improving.measures_until == min(measure.until for measure in improving.measures.all())
    assert clock(improving).due_at == improving.due_at
    assert Drill.objects.running().get().previous == improving


def test_each_measure_has_its_own_day_and_the_last_one_closes_the_drill(improving, manager, fresh):
    first = improving.due_at
    finish(improving, manager, first - timedelta(days=3))
    assert (fresh(improving).due_at, fresh(improving).state) == (first + timedelta(days=20), State.IMPROVING)
    finish(improving, manager, first + timedelta(days=1))
    assert (fresh(improving).state, clock(improving), improving.measures.still_open().count()) == (State.REPORTED, None, 0)
    kinds = [*Event.objects.of(improving).order_by("sequence").values_list("kind", flat=True)]
    assert kinds[-3:] == ["drills.finish_measure", "drills.finish_measure", "drills.close"]


def test_a_measure_is_done_once(improving, manager):
    measure = improving.measures.order_by("until").first()
    finish(improving, manager, improving.due_at - timedelta(days=3), measure)
    with pytest.raises(engine.StepRefused, match="已经完成"):
        finish(improving, manager, improving.due_at - timedelta(days=2), measure)


def test_a_report_without_measures_is_the_end(drill, manager, at, fresh):
    assert fresh(carry(drill, manager, at + timedelta(days=30))).state == State.REPORTED


def test_a_closed_venue_drops_its_measures_too(improving, registered, bureau, at, fresh):
    engine.take(registered, "close", by=bureau, at=improving.due_at - timedelta(days=5), note="停业。")
    assert (fresh(improving).state, Drill.objects.ongoing().count()) == (State.DROPPED, 0)


@pytest.fixture
def group(offices):
    """The leading group of the county, on whose desk a gap lies."""
    return actors.actor(Role.LEADING_OFFICE)


def drafts(drill):
    return Finding.objects.filter(subject_number=drill.number)


def test_a_missed_drill_raises_one_draft_however_often_it_is_swept(drill, group):
    for _ in range(3):
        sweep(at=drill.due_at + timedelta(days=1))
    assert [(finding.ground, "未按规定组织应急演练" in finding.duty) for finding in drafts(drill)] == [(1, True)]


def test_a_measure_that_is_not_done_is_a_gap_as_well(improving, group):
    while sweep(at=improving.due_at + timedelta(days=1)):
        continue
    assert [finding.duty for finding in drafts(improving)] == ["未按期落实应急演练评估提出的改进措施"]


@pytest.mark.parametrize("days", [10, -5])
def test_the_first_drill_of_a_new_site_counts_from_its_opening(days, drill, bureau, at, fresh):
    opened = (at - timedelta(days=days)).date()
    engine.take(drill, "count_from_opening", by=bureau, at=at, note="营业执照。", opened_on=opened)
    assert (fresh(drill).due_at < drill.due_at) is (days > 0)
    assert hold_clock(drill).started_at == fresh(drill).since


def test_a_later_drill_never_counts_from_the_opening(drill, manager, bureau, at):
    carry(drill, manager, at + timedelta(days=30))
    with pytest.raises(engine.StepRefused, match="现在不需要"):
        engine.take(Drill.objects.running().get(), "count_from_opening", by=bureau, at=at, note="执照。", opened_on=at.date())


def test_what_was_held_without_a_plan_is_recorded_in_one_step(drill, manager, at, fresh):
    held = at + timedelta(days=9)
    record = {"held_at": held, "participants": 30, "course": "按预案疏散至广场。", "photographs": []}
    plan = {"type": "live", "scenario": "火灾疏散", "plan_name": "", "spot": "东广场", "organiser": "保卫部"}
    engine.take(drill, "record", by=manager, at=held + timedelta(hours=2), **plan, **record)
    assert (fresh(drill).state, fresh(drill).kept, hold_clock(drill).met_at) == (State.HELD, True, held)
