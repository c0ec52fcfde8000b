"""What is written with an event: for whom, by which way, and never twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from disputes.complaints.permissions import HANDLE
from governance.access.grants import end_post
from governance.deadlines.models import Deadline
from governance.flow.engine import StepRefused
from governance.notices.enums import Channel, NoticeState
from governance.notices.models import Notice
from governance.notices.recipients import holders
from governance.notices.rules import due_words
from governance.notices.services import loading_history, note_event
from governance.people.enums import Role
from governance.timeline.models import Event
from tests import actors
from tests.core.notices.conftest import TO_OFFICE, TO_RESIDENT

pytestmark = pytest.mark.django_db


def told(channel=Channel.IN_APP):
    return {notice.recipient for notice in Notice.objects.filter(channel=channel)}


def test_the_office_that_holds_the_case_is_told_and_no_other(rules, dispatch, complaint, clerk):
    rules(TO_OFFICE)
    actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    actors.actor(Role.VILLAGE_CLERK)
    dispatch(complaint)
    assert told() == {clerk}


def test_all_who_hold_the_capability_are_told_when_the_rule_says_so(rules, dispatch, complaint, clerk):
    rules(replace(TO_OFFICE, to=holders(HANDLE)))
    villager, stranger = actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE)
    dispatch(complaint)
    assert clerk in told()
    assert villager in told()
    assert stranger not in told()


def test_a_post_that_ended_gets_nothing(rules, dispatch, complaint, clerk, at):
    rules(TO_OFFICE)
    end_post(clerk.acting_post, at=actors.BEGAN)
    dispatch(complaint)
    assert told() == set()


def test_whoever_did_it_is_not_told(rules, dispatch, complaint, operator):
    rules(replace(TO_OFFICE, to=lambda event, case: [operator]))
    dispatch(complaint)
    assert told() == set()


def test_a_notice_in_the_portal_is_delivered_by_being_there(rules, dispatch, complaint, clerk, at):
    rules(TO_OFFICE)
    dispatch(complaint)
    notice = Notice.objects.get(channel=Channel.IN_APP)
    assert (notice.state, notice.read_at, notice.at) == (NoticeState.SENT, None, at)


def test_the_notice_names_number_place_office_and_the_limit_that_runs_now(rules, dispatch, complaint, clerk):
    rules(TO_OFFICE)
    case = dispatch(complaint)
    due = Deadline.objects.of(case).get(term="complaints.handle").due_at
    notice = Notice.objects.get(channel=Channel.IN_APP)
    assert notice.title == f"新工单 {case.number}"
    assert notice.body == f"{case.place.full_name}:请{case.office.short_name}于{due_words(due)}前办理。"


def test_mail_waits_only_for_those_who_have_an_address(rules, dispatch, complaint, mailed_clerk):
    rules(TO_OFFICE)
    actors.actor(Role.TOWNSHIP_CLERK)
    dispatch(complaint)
    assert told(Channel.MAIL) == {mailed_clerk}
    assert len(told(Channel.IN_APP)) == 2


def test_the_row_for_the_resident_holds_no_number(rules, dispatch, complaint):
    rules(TO_RESIDENT)
    dispatch(complaint)
    row = Notice.objects.filter(channel=Channel.SMS).values().get()
    assert row["recipient_id"] is None
    assert "13800000000" not in str(row)


def test_a_resident_without_a_number_gets_no_row(rules, dispatch, filing):
    rules(TO_RESIDENT)
    dispatch(filing(phone="").complaint)
    assert not Notice.objects.exists()


def test_the_same_event_told_twice_is_one_notice(rules, dispatch, complaint, mailed_clerk):
    rules(TO_OFFICE, TO_RESIDENT)
    case = dispatch(complaint)
    note_event(Event.objects.get(kind="complaints.dispatch"), case)
    assert Notice.objects.count() == 3


def test_another_procedures_event_is_not_ours(rules, dispatch, complaint, clerk):
    rules(replace(TO_OFFICE, procedure="mediation"))
    dispatch(complaint)
    assert told() == set()


def statements_for_telling(case):
    event = Event.objects.of(case).get(kind="complaints.dispatch")
    with CaptureQueriesContext(connection) as queries:
        note_event(event, case)
    return len(queries)


def test_many_readers_cost_no_more_statements_than_one(rules, dispatch, filing, clerk):
    rules(TO_OFFICE, TO_RESIDENT)
    few = statements_for_telling(dispatch(filing().complaint))
    for _number in range(10):
        actors.actor(Role.TOWNSHIP_CLERK)
    assert statements_for_telling(dispatch(filing().complaint)) == few


def test_a_rule_can_say_when(rules, dispatch, complaint, clerk):
    rules(replace(TO_OFFICE, when=lambda event, case: case.urgency == "urgent"))
    dispatch(complaint)
    assert told() == set()


def dispatch_and_fail(dispatch, complaint):
    with transaction.atomic():
        dispatch(complaint)
        raise StepRefused("later trouble")


def test_a_step_that_fails_tells_nobody(rules, dispatch, complaint, clerk):
    rules(TO_OFFICE)
    with pytest.raises(StepRefused):
        dispatch_and_fail(dispatch, complaint)
    assert not Notice.objects.exists()


def test_history_is_mailed_to_nobody_and_lies_read_in_the_portal(rules, dispatch, complaint, mailed_clerk, at):
    rules(TO_OFFICE, TO_RESIDENT)
    with loading_history(since=at):
        dispatch(complaint)
    notice = Notice.objects.get()
    assert (notice.channel, notice.read_at) == (Channel.IN_APP, at)


def test_history_older_than_asked_for_leaves_nothing_at_all(rules, dispatch, complaint, mailed_clerk, at):
    rules(TO_OFFICE, TO_RESIDENT)
    with loading_history(since=at + timedelta(days=1)):
        dispatch(complaint)
    assert not Notice.objects.exists()


def test_after_the_history_is_loaded_people_are_told_again(rules, dispatch, complaint, mailed_clerk, at):
    rules(TO_OFFICE)
    with loading_history(since=at):
        pass
    dispatch(complaint)
    assert told(Channel.MAIL) == {mailed_clerk}
