"""Art. 58: a hazard not removed in time becomes a draft finding about whoever was to remove it, once, on the desk of the leading group."""

from datetime import timedelta

import pytest

from governance.deadlines.sweep import sweep
from governance.people.enums import OfficeType, Role
from supervision.oversight.models import Finding
from tests import actors
from tests.emergencies.hazards import scenes


@pytest.fixture
def group(offices):
    """The county's leading group."""
    return actors.actor(Role.LEADING_OFFICE, actors.COUNTY, kind=OfficeType.LEADING_GROUP).acting_post.office


def swept(at):
    while sweep(at=at):
        continue


def test_a_lapsed_hazard_is_a_draft_finding(hazard, clerk, group, at):
    graded = scenes.general(hazard, clerk, at)
    for days in (1, 2):
        swept(graded.due_at + timedelta(days=days))
    finding = Finding.objects.get()
    assert (finding.state, finding.ground, finding.subject_number) == ("draft", 2, graded.number)
    assert (finding.office, finding.unit) == (group, clerk.acting_post.office)
    assert "一般隐患未在期限内整改到位" in finding.duty


def test_what_nobody_verified_is_one_about_the_office_that_was_to(hazard, group, at):
    swept(at + timedelta(days=30))
    assert [str(finding.duty) for finding in Finding.objects.filter(subject_number=hazard.number)] == ["收到的安全隐患未在期限内核查"]


def test_what_was_removed_in_time_is_none(hazard, clerk, group, at):
    graded = scenes.general(hazard, clerk, at)
    removed = scenes.removed(graded, clerk, at + timedelta(days=1))
    swept(removed.opened_at + timedelta(days=2))
    assert not Finding.objects.exists()
