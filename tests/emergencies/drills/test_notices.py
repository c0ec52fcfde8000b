"""Reminders and lapses reach the site that owes and the office that supervises it, and nobody else."""

from datetime import timedelta

import pytest

from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.enums import Channel
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors
from tests.emergencies.drills.test_flow import carry


def told(rule):
    """Who found a notice of this rule in the portal."""
    return set(Notice.objects.filter(rule=rule, channel=Channel.IN_APP).values_list("recipient", flat=True))


@pytest.mark.parametrize("days", [60, 30, 7])
def test_a_reminder_goes_to_the_manager_and_the_supervisor(days, drill, manager, bureau, clerk, stranger):
    sweep(at=drill.due_at - timedelta(days=days))
    assert (told(f"drills.warned_{days}"), told(f"drills.warned_{days}_above")) == ({manager.pk}, {bureau.pk})


def test_a_missed_drill_is_told_to_both(drill, manager, bureau, stranger):
    sweep(at=drill.due_at + timedelta(days=1))
    assert (told("drills.lapsed"), told("drills.lapsed_above")) == ({manager.pk}, {bureau.pk})


def test_a_report_is_told_to_the_supervisor_and_the_next_duty_to_the_site(drill, manager, clerk, bureau, at):
    carry(drill, clerk, at + timedelta(days=50))
    assert told("drills.reported") == {bureau.pk}
    assert Notice.objects.filter(rule="drills.opened", recipient=manager).count() == 2


def test_a_declaration_is_told_to_the_bureau_and_its_answer_to_the_site(venue, manager, bureau, at):
    assert told("venues.declared") == {bureau.pk}
    engine.take(venue, "return_for_correction", by=bureau, at=at, note="面积不符。")
    assert told("venues.returned") == {manager.pk}


def test_a_missed_assessment_is_told_to_the_bureau_and_the_centre_of_the_county(registered, bureau, at):
    centre, far = actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)
    while sweep(at=at + timedelta(days=45)):
        continue
    assert (told("venues.lapsed"), told("venues.lapsed_above")) == ({bureau.pk}, {centre.pk})
    assert far.pk not in told("venues.lapsed_above")


def test_no_notice_carries_a_telephone_or_a_name(drill, registered, bureau, at):
    while sweep(at=drill.due_at + timedelta(days=1)):
        continue
    words = " ".join(Notice.objects.values_list("body", flat=True))
    assert registered.work_phone not in words
    assert registered.manager not in words
