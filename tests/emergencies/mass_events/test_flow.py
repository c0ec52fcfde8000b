"""A mass event from the application over the decision to the archive."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from emergencies.mass_events.enums import FINAL, State
from emergencies.mass_events.flow import FLOW
from emergencies.mass_events.models import MassEvent
from emergencies.mass_events.rules import CITY_FROM, FROM, deciding_level
from emergencies.mass_events.services import earliest_start, is_in_time, police_for
from emergencies.mass_events.tasks import erase_contacts
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.emergencies.makers import EVENT, applied
from tests.emergencies.mass_events.conftest import CHECK, PERMIT
from tests.flows import elsewhere


@given(st.integers(0, 200_000))
def test_who_decides_follows_from_the_expected_people(expected):
    level = "" if expected < FROM else "county" if expected < CITY_FROM else "city"
    assert deciding_level(expected) == level


@pytest.mark.parametrize(("expected", "code"), [(1000, actors.COUNTY), (4999, actors.COUNTY), (5000, actors.CITY), (80_000, actors.CITY)])
def test_an_application_reaches_the_police_that_decides(expected, code, police, city_police, at):
    event = applied(actors.place(actors.TOWNSHIP), at, expected=expected, capacity=100_000)
    assert (event.office.place.code, event.office.trade, event.state) == (code, "police", State.APPLIED)


def test_where_a_county_has_no_police_the_city_s_decides(city_police):
    assert police_for(actors.place(actors.OTHER_TOWNSHIP), 2000) == city_police.acting_post.office


def test_twenty_days_before_the_event_the_time_to_apply_ends(event, at):
    starts = at + timedelta(days=20)
    assert is_in_time(starts, at=at)
    assert not is_in_time(starts - timedelta(days=1), at=at)
    first, limit = earliest_start(at=at)
    assert (first, limit.amount) == (starts.date(), -20)


def test_the_decision_is_due_seven_days_after_the_acceptance(event, police, at):
    accepted = engine.take(event, "accept", by=police, at=at)
    clock = Deadline.objects.of(accepted).get(term="mass_events.decide")
    assert (accepted.state, (clock.due_at - at).days, "第十四条" in str(FLOW.step("permit").article)) == (State.REVIEWING, 7, True)


def test_the_ordinary_way(event, carry):
    done = carry(event, "archive")
    assert (done.state, done.kept, done.most_people, done.actual_people) == (State.CLOSED, True, 3000, 2800)
    assert verify().broken is None


@pytest.mark.parametrize(("result", "said"), [(None, "须先记录现场查验"), ("to_fix", "须整改后复查"), ("failed", "不符合安全条件")])
def test_no_permit_without_a_check_that_was_passed(result, said, event, police, at):
    event = engine.take(event, "accept", by=police, at=at)
    if result:
        event = engine.take(event, "check", by=police, at=at, note="看台拥挤。", checked_on=at.date(), result=result, **CHECK)
    with pytest.raises(engine.StepRefused, match=said):
        engine.take(event, "permit", by=police, at=at, **PERMIT)


def test_no_more_people_are_permitted_than_the_place_holds(event, carry, police, at):
    carry(event, "check")
    with pytest.raises(engine.StepRefused, match="5000"):
        engine.take(event, "permit", by=police, at=at, **{**PERMIT, "most_people": 5001})


def test_the_log_of_the_day_and_the_most_people_seen(event, carry, police):
    event = carry(event, "permit")
    for hours, people in ((0, None), (1, 2900), (2, 3100)):
        moment = event.starts_at + timedelta(hours=hours)
        given = {"logged_at": moment, "log_kind": "course", "people": people}
        event = engine.take(event, "log", by=police, at=moment, note="秩序良好。", **given)
    ended = engine.take(event, "end", by=police, at=event.ends_at, peak_people=None)
    assert (ended.peak_people, ended.is_crowded_out, ended.log.count()) == (3100, True, 3)


@pytest.mark.parametrize("days", [-2, 5])
def test_a_log_of_another_day_is_refused(days, event, carry, police):
    event = carry(event, "permit")
    given = {"logged_at": event.starts_at + timedelta(days=days), "log_kind": "course", "people": 3}
    with pytest.raises(engine.StepRefused, match="日志时间"):
        engine.take(event, "log", by=police, at=event.starts_at, note="有序。", **given)


def test_before_it_began_it_does_not_end_and_after_that_it_is_not_called_off(event, carry, police):
    event = carry(event, "permit")
    with pytest.raises(engine.StepRefused, match="才能办理"):
        engine.take(event, "end", by=police, at=event.starts_at - timedelta(hours=1), peak_people=9)
    with pytest.raises(engine.StepRefused, match="期限已过"):
        engine.take(event, "withdraw", by=RESIDENT, at=event.starts_at + timedelta(hours=1), note="天气。")


def test_a_referred_application_and_its_clock_are_the_other_police_s(event, police, city_police, at):
    office = city_police.acting_post.office
    moved = engine.take(event, "refer", by=police, at=at, note="跨区举办。", office=office)
    assert (moved.office, Deadline.objects.of(moved).still_open().get().office) == (office, office)
    with pytest.raises(engine.StepRefused, match="其他单位"):
        engine.take(moved, "accept", by=police, at=at)


def test_a_decision_that_is_late_counts_at_once(event, police, at):
    event = engine.take(event, "accept", by=police, at=at)
    for _ in range(2):
        sweep(at=at + timedelta(days=12))
    assert MassEvent.objects.get().kept is False
    assert Event.objects.of(event).filter(kind="deadline.lapsed").count() == 1


def test_contact_is_sealed_and_forgotten_after_its_time(event, carry):
    assert EVENT["contact_phone"] not in str(MassEvent.objects.values_list("contact_phone", flat=True))
    carry(event, "archive")
    MassEvent.objects.update(closed_at=event.opened_at - timedelta(days=900))
    assert (erase_contacts(), erase_contacts()) == (1, 0)
    assert not MassEvent.objects.get().has_contact


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, event, police, at):
    MassEvent.objects.update(state=state, closed_at=at if state in FINAL else None, decided_at=at, most_people=9)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(event, step.name, by=police, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(event).count() == 1


def test_an_event_is_seen_by_its_police_and_the_line_above_and_by_nobody_else(event, police, city_police, clerk):
    seeing = [police, clerk, *map(actors.actor, (Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR))]
    roles = (Role.SITE_MANAGER, Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.MEDIATOR, Role.ADMINISTRATOR, Role.HOTLINE_OPERATOR)
    blind = [city_police, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.DEPARTMENT_HANDLER),
             actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY), *map(actors.actor, roles)]  # fmt: skip
    seen = {one.pk for one in [*seeing, *blind] if MassEvent.objects.visible_to(one, MassEvent.view_capability).exists()}
    assert seen == {one.pk for one in seeing}


def test_before_eight_in_the_morning_the_first_day_is_counted_here_and_not_in_greenwich(event):
    early = datetime(2026, 11, 27, 5, 36, tzinfo=ZoneInfo("Asia/Shanghai"))
    first, _limit = earliest_start(at=early.astimezone(UTC))
    assert first == date(2026, 12, 17)
    assert is_in_time(early + timedelta(days=20), at=early)
