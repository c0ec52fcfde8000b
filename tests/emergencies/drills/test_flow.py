"""The standing duty to drill: opened, planned, held, evaluated, reported, and opened again."""

from datetime import time, timedelta

import pytest
from django.db import transaction

from emergencies.drills.enums import FINAL, State
from emergencies.drills.flow import FLOW
from emergencies.drills.models import Drill
from emergencies.venues.models import VenueKind
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.deadlines.terms import term_named
from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.flows import allowed, elsewhere, meant_for

PLAN = {
    "type": "live", "scenario": "营业高峰时段火灾疏散", "organiser": "安全保卫部", "plan_name": "火灾疏散应急预案", "spot": "东广场",
    "planned_time": time(10),
}  # fmt: skip
MEASURE = {"text": "增派引导员", "owner": "周明"}


def hold_clock(drill):
    return Deadline.objects.of(drill).filter(term="drills.hold").order_by("-pk").first()


def carry(drill, by, at, *, until="report", entered=None, measures=()):
    """The ordinary way up to a step; held at `at`, entered a day later. `measures` are what the evaluation asks for."""
    entered = entered or at + timedelta(days=1)
    steps = [
        ("plan", at - timedelta(days=7), {**PLAN, "planned_on": at.date()}),
        ("hold", entered, {"held_at": at, "participants": 120, "course": "按预案疏散至广场。", "photographs": []}),
        ("evaluate", entered + timedelta(days=2), {"verdict": "reached", "findings": "整体有序。", "measures": measures}),
        ("report", entered + timedelta(days=4), {"reported_to": "区应急局", "reported_on": at.date()}),
    ]
    for name, moment, given in steps:
        drill = engine.take(drill, name, by=by, at=moment, **given)
        if name == until:
            break
    return drill


def test_a_confirmed_mall_owes_a_drill_within_half_a_year(drill, manager, bureau):
    assert (drill.state, drill.office) == (State.DUE, manager.acting_post.office)
    assert set(drill.office_ids) == {manager.acting_post.office_id, bureau.acting_post.office_id}
    assert drill.due_at.astimezone(actors.BEGAN.tzinfo).date().isoformat() == "2027-05-24"
    assert "第八条" in drill.rule.citation


def test_a_drill_held_in_time_is_kept_and_the_next_counts_from_it(drill, manager, at):
    held = at + timedelta(days=100)
    done = carry(drill, manager, held)
    following = Drill.objects.get(previous=done)
    assert (done.state, done.kept, hold_clock(done).met_at) == (State.REPORTED, True, held)
    assert (following.opened_at, following.state, following.last_held_at) == (held, State.DUE, held)


def test_entered_late_but_held_in_time_takes_the_lapse_back(drill, manager, at, fresh):
    held = drill.due_at - timedelta(days=2)
    planned = engine.take(drill, "plan", by=manager, at=held - timedelta(days=7), planned_on=held.date(), **PLAN)
    sweep(at=drill.due_at + timedelta(hours=1))
    assert fresh(drill).kept is False
    given = {"held_at": held, "participants": 9, "course": "按预案疏散。", "photographs": []}
    entered = engine.take(planned, "hold", by=manager, at=drill.due_at + timedelta(days=1), **given)
    assert (entered.kept, hold_clock(entered).lapsed_at) == (True, None)


def test_held_late_is_not_kept_and_lapsed_at_its_true_moment(drill, manager, at):
    due = drill.due_at
    late = carry(drill, manager, due + timedelta(days=5), until="hold")
    assert (late.kept, hold_clock(late).lapsed_at) == (False, due)


@pytest.mark.parametrize("days", [-3, 30])
def test_a_drill_of_the_future_or_of_before_is_refused(days, drill, manager, at):
    planned = engine.take(drill, "plan", by=manager, at=at, planned_on=at.date(), **PLAN)
    given = {"held_at": at + timedelta(days=days), "participants": 9, "course": "疏散。", "photographs": []}
    with pytest.raises(engine.StepRefused, match="演练时间"):
        engine.take(planned, "hold", by=manager, at=at + timedelta(days=10), **given)


def test_a_cancelled_plan_leaves_the_duty_and_its_clock(drill, manager, at):
    planned = engine.take(drill, "plan", by=manager, at=at, planned_on=at.date(), **PLAN)
    back = engine.take(planned, "cancel_plan", by=manager, at=at, note="场地停电。")
    assert (back.state, back.scenario, back.due_at) == (State.DUE, "", drill.due_at)
    assert hold_clock(back).is_open


def test_a_missed_drill_is_noticed_and_is_the_first_ground_of_article_58(drill, at, fresh):
    while sweep(at=drill.due_at + timedelta(days=1)):
        continue
    lapse = Event.objects.of(drill).get(kind="deadline.lapsed")
    assert (lapse.data["office"], fresh(drill).kept) == (drill.office_id, False)
    assert (term_named("drills.hold").ground, term_named("drills.hold").duty) == (1, "未按规定组织应急演练")


def test_a_sweep_that_runs_twice_says_everything_once(drill):
    for before in (60, 30, 7, -1):
        for _ in range(2):
            sweep(at=drill.due_at - timedelta(days=before))
    told = Event.objects.of(drill).filter(kind__startswith="deadline.").order_by("sequence").values_list("kind", flat=True)
    assert [*told] == ["deadline.warned_60d", "deadline.warned_30d", "deadline.warned_7d", "deadline.lapsed"]


def test_a_closed_venue_drops_what_was_owed(drill, registered, bureau, at, fresh):
    engine.take(registered, "close", by=bureau, at=at + timedelta(days=9), note="停业。")
    assert (fresh(drill).state, hold_clock(drill).state) == (State.DROPPED, "dropped")


def test_a_reopened_venue_owes_again_and_remembers_its_last_drill(drill, registered, bureau, manager, at):
    done = carry(drill, manager, at + timedelta(days=10))
    closed = engine.take(registered, "close", by=bureau, at=at + timedelta(days=40), note="停业。")
    assert not Drill.objects.ongoing().exists()
    engine.take(closed, "reopen", by=bureau, at=at + timedelta(days=60), note="恢复。")
    again = Drill.objects.ongoing().get()
    assert again.opened_at == at + timedelta(days=60)
    assert done.state == State.REPORTED


def test_another_kind_counts_the_same_obligation_anew(drill, registered, bureau, at, fresh):
    engine.take(
        registered, "reclassify", by=bureau, at=at + timedelta(days=9), note="实为学校。", kind=VenueKind.objects.get(code="school")
    )
    now = fresh(drill)
    assert (now.rule.limit_code, now.due_at.year) == ("drills.yearly", 2027)
    assert (hold_clock(now).started_at, Deadline.objects.of(now).still_open().count()) == (drill.opened_at, 1)


def test_a_renamed_venue_owes_under_its_new_name(drill, registered, manager, at, fresh):
    facts = {name: getattr(registered, name) for name in ("landmark", "capacity", "floors", "area", "equipment", "manager", "work_phone")}
    engine.take(registered, "correct", by=manager, at=at, title="青山新购物广场", **facts)
    assert fresh(drill).title == "青山新购物广场"


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, drill, clerk, at):
    record = {"held_at": at, "participants": 3, "reported_on": at.date(), "reported_to": "区应急局", "measures_until": at.date()}
    Drill.objects.filter(pk=drill.pk).update(state=state, closed_at=at if state in FINAL else None, **record)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(drill, step.name, by=clerk, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(drill).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, drill):
    person = actors.actor(role)
    drill.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, drill) == meant_for(FLOW, role)


def test_a_drill_is_seen_by_its_line_and_its_site_and_by_nobody_else(drill, bureau, manager, stranger, clerk):
    seeing = [bureau, manager, clerk, *map(actors.actor, (Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR))]
    roles = (Role.HOTLINE_OPERATOR, Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.MEDIATOR, Role.ADMINISTRATOR)
    blind = [stranger, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.DEPARTMENT_HANDLER),
             actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY), *map(actors.actor, roles)]  # fmt: skip
    seen = {person.pk for person in [*seeing, *blind] if Drill.objects.visible_to(person, Drill.view_capability).exists()}
    assert seen == {person.pk for person in seeing}


def test_the_whole_way_is_one_unbroken_chain(drill, manager, at):
    carry(drill, manager, at + timedelta(days=100))
    assert verify().broken is None
