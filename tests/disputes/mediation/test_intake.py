"""Cases handed on: a complaint becomes a mediation, another procedure's case becomes a complaint."""

from datetime import timedelta
from random import Random

import pytest
from django.urls import reverse

from disputes.complaints.enums import State as ComplaintState
from disputes.complaints.models import Complaint
from disputes.mediation.demo.seed import seed_taken_over
from disputes.mediation.enums import State
from disputes.mediation.models import Mediation
from governance.cases.services import hand_over
from governance.cases.tracking import find_tracked
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.timeline.models import Event
from tests.disputes.complaints.test_flow import walk as handle


@pytest.fixture
def passed(filing, operator, clerk, committee, at):
    """A complaint its holder handed to mediation, as it was filed."""
    filed = filing()
    handle(filed.complaint, operator, clerk, at, until="contact")
    engine.take(filed.complaint, "pass_to_mediation", by=clerk, at=at.replace(hour=14), note="双方愿意调解。")
    return filed


def test_the_holder_passes_a_complaint_on_and_it_ends_there(passed):
    complaint, mediation = Complaint.objects.get(), Mediation.objects.get()
    assert (complaint.state, complaint.is_ongoing, mediation.source) == (ComplaintState.MEDIATION, False, "hotline")
    assert mediation.description == complaint.description
    assert not Deadline.objects.of(complaint).still_open().exists()
    assert mediation.number in Event.objects.of(complaint).get(kind="handover.sent").label


def test_the_person_is_a_party_without_anyone_opening_the_name(passed):
    party = Mediation.objects.get().parties.get()
    assert (str(party.name), str(party.phone), party.side) == ("张**", "138****0000", "applicant")


def test_who_asked_for_secrecy_stays_unknown(filing, operator, committee, at):
    complaint = filing(is_secret=True).complaint
    engine.take(complaint, "hand_to_mediation", by=operator, at=at, note="邻里纠纷。")
    assert not Mediation.objects.get().parties.exists()


def test_the_same_code_follows_it(passed, client):
    mediation = Mediation.objects.get()
    assert find_tracked(mediation.number, passed.query_code) == mediation
    client.post(reverse("track"), {"number": passed.complaint.number, "code": passed.query_code})
    page = client.get(reverse("tracked", args=[passed.complaint.number])).content.decode()
    assert "已转人民调解" in page
    assert reverse("mediation_tracked", args=[mediation.number]) in page
    assert client.get(reverse("mediation_tracked", args=[mediation.number])).status_code == 200


def test_a_dispatcher_hands_on_before_anyone_signed_and_another_office_does_not(complaint, operator, clerk, committee, at):
    with pytest.raises(engine.StepRefused):
        engine.take(complaint, "hand_to_mediation", by=clerk, at=at, note="转调解。")
    handed = engine.take(complaint, "hand_to_mediation", by=operator, at=at, note="转调解。")
    assert handed.state == ComplaintState.MEDIATION


def test_a_case_of_another_procedure_becomes_a_complaint_of_the_grid(opening, mediator, operator, at):
    mediation = opening().mediation
    complaint = hand_over(mediation, "complaints", by=mediator, at=at, note="楼道堆物，消防通道堵塞。")
    assert (complaint.source, complaint.place, complaint.received_by) == ("grid", mediation.place, mediator.acting_post.office)
    assert complaint.suggested_office is not None


@pytest.mark.parametrize(
    ("category", "words", "code"), [("0403", "什么都不像", "0403"), ("", "巷口路灯不亮", "0403"), ("", "无从归类", "1301")]
)
def test_its_category_is_named_or_read_from_the_words(mediation, mediator, at, category, words, code):
    complaint = hand_over(mediation, "complaints", by=mediator, at=at, note="转办", category=category, description=words)
    assert complaint.category.code == code


def test_the_demo_mediates_what_was_handed_over_and_does_it_once(passed, mediator, at):
    mediator.__class__.objects.filter(pk=mediator.pk).update(is_demo=True)
    facts = {"scale": "demo", "count": None, "at": at + timedelta(days=40), "say": lambda line: None}
    for _time in range(2):
        seed_taken_over(rng=Random(3), **facts)
    sides = list(Mediation.objects.get().parties.order_by("side").values_list("side", flat=True))
    assert (sides, Mediation.objects.get().state != State.REGISTERED) == (["applicant", "respondent"], True)


def test_the_demo_leaves_alone_what_was_not_handed_over(mediation, mediator, at):
    mediation.parties.exclude(side="applicant").delete()
    said = []
    seed_taken_over(rng=Random(3), scale="demo", count=None, at=at + timedelta(days=40), say=said.append)
    assert said == ["mediations: 0 taken over"]
