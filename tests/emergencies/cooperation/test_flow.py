"""A joint meeting of cities: called, held, followed up until everything agreed is done; the regular one comes back."""

import pytest
from django.db import transaction

from emergencies.cooperation.enums import FINAL, Kind, State
from emergencies.cooperation.flow import FLOW
from emergencies.cooperation.models import CityMeeting, CityResolution
from emergencies.cooperation.rules import end_of_day
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from tests import actors
from tests.emergencies.cooperation.makers import called, partner
from tests.flows import elsewhere


def clocks(meeting):
    return {row.term.removeprefix("cooperation.") for row in Deadline.objects.of(meeting).still_open()}


def test_a_meeting_is_seen_by_its_caller_and_those_invited(meeting, caller, member):
    stranger = actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, trade="housing")
    seen = {person.pk for person in (caller, member, stranger) if may(person, CityMeeting.view_capability, meeting)}
    assert seen == {caller.pk, member.pk}
    assert (meeting.state, clocks(meeting)) == (State.PLANNED, {"convene"})


def test_the_timeline_says_who_was_invited(meeting, member):
    told = Event.objects.of(meeting).get(kind="cooperation.invite").data
    office = member.acting_post.office
    assert (told["offices"], told["words"]) == ([office.code], [["参加单位", office.name]])


def test_a_regular_meeting_is_followed_by_the_next_counted_from_the_day_it_was_held(meeting, go):
    held = go.held(meeting)
    following = CityMeeting.objects.get(previous=held)
    assert (held.state, clocks(held), held.minutes) == (State.HELD, {"record"}, "通报情况，形成共识。")
    assert (following.state, following.opened_at, following.kind) == (State.DUE, held.held_at, Kind.REGULAR)
    assert following.due_at.astimezone(actors.BEGAN.tzinfo).date().isoformat() == "2027-05-26"


def test_a_special_one_is_not(caller, at, go):
    go.held(called(caller, at, kind=Kind.SPECIAL))
    assert CityMeeting.objects.count() == 1


def test_only_one_regular_meeting_waits_to_be_held(meeting, caller, at):
    with pytest.raises(engine.StepRefused, match="已有一次定期会商"):
        called(caller, at)


def test_what_was_agreed_comes_back_until_it_is_done(meeting, member, caller, go):
    agreed = go.decided(go.decided(go.held(meeting)), owner=None, other=partner(), days=30, task="开放视频")
    issued = go.issued(agreed)
    assert (issued.state, clocks(issued), issued.due_at) == (State.CARRYING, {"carry_out"}, end_of_day(issued.carry_until))
    first = go.finished(issued, member, 15, task="互换装备清单")
    left = issued.resolutions.get(task="开放视频").due_on.isoformat()
    assert (first.state, first.carry_until.isoformat(), clocks(first)) == (State.CARRYING, left, {"carry_out"})
    go.finished(first, caller, 25, task="开放视频")
    assert (go.fresh().state, CityResolution.objects.still_open().count()) == (State.CLOSED, 0)


def test_who_does_not_answer_for_it_does_not_end_it(meeting, member, go):
    issued = go.issued(go.decided(go.held(meeting), owner=None, other=partner()))
    with pytest.raises(engine.StepRefused, match="其他单位负责"):
        go.finished(issued, member, 6)


def test_each_thing_agreed_has_one_owner(meeting, go, member):
    held = go.held(meeting)
    for owner, other in ((None, None), (member.acting_post.office, partner())):
        with pytest.raises(engine.StepRefused, match="二者选一"):
            go.decided(held, owner=owner, other=other)


def test_a_missed_day_is_told_to_who_is_in_charge(meeting, member, go):
    go.issued(go.decided(go.held(meeting)))
    while sweep(at=go.fresh().due_at + actors.days(1)):
        continue
    lapsed = Event.objects.of(go.fresh()).get(kind="deadline.lapsed")
    assert lapsed.data["term"] == "cooperation.carry_out"
    assert {*Notice.objects.filter(event=lapsed).values_list("recipient", flat=True)} == {member.pk}


def test_another_day_is_given_with_a_reason(meeting, caller, go, at):
    issued = go.issued(go.decided(go.held(meeting)))
    later = (at + actors.days(60)).date()
    facts = {"resolution": issued.resolutions.get(), "due_on": later, "note": "设备到货延迟。"}
    assert engine.take(issued, "defer", by=caller, at=at + actors.days(6), **facts).carry_until == later


def test_without_anything_agreed_the_minutes_end_it(meeting, caller, go, at):
    held = go.held(meeting)
    assert engine.take(held, "issue_plain", by=caller, at=at + actors.days(5), note="仅通报情况。").state == State.CLOSED


def test_a_regular_one_is_put_off_and_never_left_out(meeting, caller, at):
    with pytest.raises(engine.StepRefused):
        engine.take(meeting, "cancel", by=caller, at=at, note="不开了。")
    later = at + actors.days(9)
    assert engine.take(meeting, "postpone", by=caller, at=at, note="天气。", meet_at=later, venue="视频").meet_at == later


@pytest.mark.parametrize("state", State)
def test_a_step_is_taken_from_its_states_alone(meeting, caller, at, state):
    facts = {"held_at": at, "carry_until": at.date(), "closed_at": at if state in FINAL else None}
    CityMeeting.objects.filter(pk=meeting.pk).update(state=state, **facts)
    meeting.refresh_from_db()
    names = {step.name for step in engine.available(meeting, caller, at=at)}
    assert names <= {one.name for one in FLOW.steps if state in one.source}
    for step in elsewhere(FLOW, state):
        with transaction.atomic(), pytest.raises(engine.StepRefused):
            engine.take(meeting, step.name, by=caller, at=at, note="说明", **dict.fromkeys(step.fields))


def test_a_step_is_for_the_roles_of_its_capability_alone(meeting):
    needed = {step.needs for step in FLOW.steps if hasattr(step.needs, "roles")}
    for role in set(Role) - {Role.RESIDENT}:
        person = actors.actor(role)
        meeting.hand_to(person.acting_post.office)
        assert {one for one in needed if may(person, one, meeting)} == {one for one in needed if role in one.roles}
