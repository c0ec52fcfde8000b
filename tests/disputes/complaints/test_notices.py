"""Who is told of a complaint, and who is spared."""

from datetime import timedelta

import pytest

from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.enums import Channel
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors
from tests.disputes.complaints.test_flow import walk


def told(rule):
    """Who found a notice of this rule in the portal."""
    return set(Notice.objects.filter(rule=f"complaints.{rule}", channel=Channel.IN_APP).values_list("recipient", flat=True))


@pytest.fixture
def colleague(offices):
    return actors.actor(Role.HOTLINE_OPERATOR)


@pytest.fixture
def centre(offices):
    return actors.actor(Role.CENTRE_OFFICER)


def test_a_dispatch_is_told_to_the_office_that_must_act(complaint, operator, clerk, centre, at):
    stranger = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    walk(complaint, operator, clerk, at, until="dispatch")
    assert told("dispatched") == {clerk.pk}
    assert told("copied") == {centre.pk}
    assert stranger.pk not in Notice.objects.values_list("recipient", flat=True)


def test_a_reply_is_told_to_the_one_who_dispatched(complaint, operator, colleague, clerk, at):
    walk(complaint, operator, clerk, at, until="reply")
    assert told("replied") == {operator.pk}


def test_what_needs_a_decision_is_told_where_the_case_was_received(complaint, operator, colleague, centre, clerk, at):
    case = walk(complaint, operator, clerk, at, until="sign")
    engine.take(case, "ask_extension", by=clerk, at=at + timedelta(hours=2), note="需采购配件。", amount=2)
    assert told("extension_asked") == {operator.pk, colleague.pk}


def test_what_a_township_received_is_decided_by_the_centre_of_its_county(filing, operator, centre, clerk, at):
    case = filing(by=clerk, source="visit").complaint
    engine.take(case, "classify", by=centre, at=at, kind="complaint", category=case.category, urgency="normal")
    engine.take(case, "dispatch", by=centre, at=at, office=clerk.acting_post.office)
    engine.take(case, "object", by=clerk, at=at, note="不属于本街道。")
    assert told("objected") == {centre.pk}


def test_a_lapse_is_told_to_who_is_late_and_to_who_supervises(complaint, operator, centre, clerk, at):
    walk(complaint, operator, clerk, at, until="contact")
    sweep(at=at + timedelta(days=30))
    assert told("lapsed") == {clerk.pk}
    assert told("lapsed_above") == {centre.pk}
    assert told("dispatcher_lapsed") == set()


def test_a_late_dispatch_is_the_dispatcher_s_own(complaint, operator, clerk, at):
    sweep(at=at + timedelta(days=30))
    assert told("dispatcher_lapsed") == {operator.pk}
    assert told("lapsed") == set()


def test_the_person_is_texted_without_contact_data_in_the_text(complaint, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="reply")
    messages = Notice.objects.filter(channel=Channel.SMS).order_by("pk")
    assert [message.rule for message in messages] == [f"complaints.told_{what}" for what in ("registered", "dispatched", "replied")]
    assert not any("138" in message.body or "张三" in message.body for message in messages)


def test_an_anonymous_reporter_is_texted_nothing(filing, operator, clerk, at):
    walk(filing(kind="report", is_anonymous=True).complaint, operator, clerk, at)
    assert not Notice.objects.filter(channel=Channel.SMS).exists()


def test_a_withdrawal_is_told_to_the_office_at_work(complaint, operator, clerk, at):
    case = walk(complaint, operator, clerk, at, until="contact")
    engine.take(case, "withdraw", by=RESIDENT, at=at + timedelta(hours=3), note="已自行解决。")
    assert told("withdrawn") == {clerk.pk}
