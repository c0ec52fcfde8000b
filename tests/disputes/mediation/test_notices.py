"""Who hears of a mediation."""

import pytest

from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors
from tests.disputes.mediation.conftest import walk


def told(rule):
    return list(Notice.objects.filter(rule=f"mediation.{rule}").values_list("recipient", flat=True))


def test_the_committee_hears_of_a_new_application(mediator, opening):
    stranger = actors.actor(Role.MEDIATOR, actors.OTHER_TOWNSHIP)
    opening()
    assert told("registered") == [mediator.pk]
    assert stranger.pk not in told("registered")


def test_without_a_committee_the_centre_hears(offices, opening):
    centre = actors.actor(Role.CENTRE_OFFICER)
    opening(code=actors.COUNTY)
    assert told("homeless") == [centre.pk]
    assert told("registered") == []


def test_the_mediator_hears_of_being_named(mediation, mediator, at):
    colleague = actors.actor(Role.MEDIATOR)
    walk(mediation, colleague, at, until="accept")
    engine.take(mediation, "assign", by=colleague, at=at, mediator=mediator, no_conflict=True)
    assert told("assigned") == [mediator.pk]


@pytest.mark.parametrize(("until", "rule"), [("accept", "told_accepted"), ("agree", "told_agreed")])
def test_the_party_gets_a_text_message(mediation, mediator, at, until, rule):
    walk(mediation, mediator, at, until=until)
    assert told(rule) == [None]
