"""What was copied of a person's contact goes with it: to the mediation a complaint became, and in an Open311 client's own words."""

from datetime import timedelta

import pytest

from disputes.complaints.models import Complaint
from disputes.mediation.models import Agent, Mediation, Party
from disputes.open311.models import ApiKey, Submission
from disputes.retention.services import erasable, erase_due
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.disputes.mediation.conftest import in_the_file

YEARS = timedelta(days=4 * 366)


@pytest.fixture
def mediation(complaint, operator, at):
    actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)
    engine.take(complaint, "hand_to_mediation", by=operator, at=at, note="双方愿意调解。")
    return Mediation.objects.get()


@pytest.fixture
def refused(mediation, at):
    Mediation.objects.filter(pk=mediation.pk).update(state="ended", outcome="ended", settled_at=at)
    mediator, ended = actors.actor(Role.MEDIATOR), Mediation.objects.get()
    in_the_file(ended, mediator, at)
    return engine.take(ended, "file", by=mediator, at=at)


def known(mediation):
    """(telephone of the case, name, telephone of the applicant), as they are masked."""
    mediation, party = Mediation.objects.get(pk=mediation.pk), Party.objects.get()
    return tuple(bool(fact) for fact in (mediation.contact_phone, party.name, party.phone))


def test_while_it_is_mediated_nothing_is_erased(mediation, at):
    assert not erasable(at=at + YEARS).exists()
    assert known(mediation) == (True, True, True)


def test_the_mediation_forgets_the_applicant_with_the_complaint(refused, at):
    assert erase_due(at=at + YEARS) == 1
    assert known(refused) == (False, False, False)


def test_who_made_an_agreement_stays_named_by_it(refused, at):
    Mediation.objects.update(outcome="agreed")
    assert erase_due(at=at + YEARS) == 1
    assert known(refused) == (False, True, False)


@pytest.mark.parametrize(("outcome", "named"), [("ended", False), ("agreed", True)])
def test_whoever_acted_for_them_is_forgotten_likewise(refused, at, outcome, named):
    Agent.objects.create(party=refused.parties.get(), name="赵律师", phone="13811110000", since=at)
    Mediation.objects.update(outcome=outcome)
    assert erase_due(at=at + YEARS) == 1
    agent = Agent.objects.get()
    assert (bool(agent.phone), bool(agent.name)) == (False, named)


def test_the_address_a_client_sent_goes(filing, operator, at):
    complaint = filing(landmark="新城区某小区3号楼2单元501").complaint
    key = ApiKey.objects.create(name="某客户端", contact="某公司", scopes=[], digest="x", issued_at=at)
    sent = Submission.objects.create(complaint=complaint, key=key, address_string="新城区某小区3号楼2单元501室", at=at)
    Complaint.objects.filter(pk=complaint.pk).update(state="withdrawn", closed_at=at)
    assert erase_due(at=at + YEARS) == 1
    sent.refresh_from_db()
    assert (sent.address_string, Complaint.objects.get().landmark) == ("", "")
