"""A dispute goes another way with its papers, and its result, or itself, comes back."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.diversion.enums import FINAL, State
from disputes.diversion.flow import FLOW
from disputes.diversion.models import Diversion
from disputes.diversion.rules import papers_of, source_of
from disputes.diversion.services import can_divert, open_diversion
from disputes.mediation.models import Mediation, Unmediable
from governance.cases.models import Handover
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from tests import actors
from tests.actors import days
from tests.disputes.mediation.conftest import walk

LIST = reverse("diversion_list")
PAPERS = [{"name": "调解申请书", "copies": 1, "is_original": False}]


@pytest.fixture
def refused(mediation, mediator, at):
    reason = Unmediable.objects.get(code="party_refuses")
    return engine.take(mediation, "not_accept", by=mediator, at=at, refusal=reason, note=reason.right_way)


@pytest.fixture
def court(offices):
    return actors.office(OfficeType.COURT, actors.COUNTY, "court")


@pytest.fixture
def diverting(refused, mediator, at):
    def opened(receiver=None, way="court"):
        facts = {"reason": "对方不同意调解。", "consent_of": refused.parties.first(), "consent_way": "signed", "consent_at": at}
        named = {"receiver": receiver, "receiver_name": receiver.name if receiver else "仲裁委员会"}
        return open_diversion(refused, papers=PAPERS, by=mediator, at=at, way=way, **facts, **named)

    return opened


def test_it_goes_out_is_taken_and_the_result_comes_back(diverting, refused, mediator, at):
    case = engine.take(diverting(), "send", by=mediator, at=at)
    case = engine.take(case, "note_receipt", by=mediator, at=at + days(1), received_by="王书记员", their_number="呼仲〔2026〕8号")
    case = engine.take(case, "note_result", by=mediator, at=at + days(30), note="裁决支付八百元。", result="decided")
    assert (case.state, case.result_text, case.received_at) == (State.CONCLUDED, "裁决支付八百元。", at + days(1))
    again = Mediation.objects.get(pk=refused.pk)
    assert again.diverted_at == at
    assert Event.objects.of(again).filter(kind="mediation.diverted").exists()


def test_the_court_takes_it_in_the_portal_and_it_comes_back_into_mediation(diverting, refused, court, mediator, at):
    judge = actors.actor(Role.SUPERVISING_BODY, actors.COUNTY, kind=OfficeType.COURT, trade="court")
    case = diverting(receiver=court)
    assert not Diversion.objects.visible_to(judge, Diversion.view_capability).exists()
    case = engine.take(case, "send", by=mediator, at=at)
    case = engine.take(case, "receive", by=judge, at=at + days(1), received_by="王书记员", their_number="（2026）内0102诉前调1号")
    case = engine.take(case, "bring_back", by=mediator, at=at + days(5), note="双方在法院同意再调解。")
    back = Mediation.objects.exclude(pk=refused.pk).get()
    assert (back.source, back.source_ref, back.office) == ("court", "（2026）内0102诉前调1号", refused.office)
    assert [str(one.name) for one in back.parties.all()] == [str(one.name) for one in refused.parties.all()]
    assert Handover.objects.get().target == back


def test_the_sender_does_not_write_down_what_an_office_of_the_portal_says_itself(diverting, court, mediator, at):
    case = engine.take(diverting(receiver=court), "send", by=mediator, at=at)
    with pytest.raises(engine.StepRefused):
        engine.take(case, "note_receipt", by=mediator, at=at, received_by="某人", their_number="")


def test_one_way_at_a_time_and_only_after_peace_failed(diverting, mediation, mediator, at):
    diverting()
    with pytest.raises(engine.StepRefused):
        diverting()
    Mediation.objects.filter(pk=mediation.pk).update(state="mediating", closed_at=None)
    Diversion.objects.update(state=State.CALLED_OFF, closed_at=at)
    with pytest.raises(engine.StepRefused):
        diverting()


def test_what_was_agreed_and_performed_goes_no_other_way(signed_in, opening, mediator, at):
    filed = walk(opening().mediation, mediator, at)
    address = reverse("diversion_create", args=[filed.number])
    client = signed_in(mediator)
    assert not can_divert(filed)
    assert address not in client.get(filed.get_absolute_url()).content.decode()
    Mediation.objects.filter(pk=filed.pk).update(performed=False)
    assert address in client.get(filed.get_absolute_url()).content.decode()


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, diverting, mediator, at):
    case = diverting()
    for state in [state for state in State if state not in step.source]:
        closed = {"closed_at": at if state in FINAL else None}
        result = {"result": "decided", "result_at": at} if state == State.CONCLUDED else {"result": "", "result_at": None}
        Diversion.objects.filter(pk=case.pk).update(state=state, **closed, **result)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(case, step.name, by=mediator, at=at, note="说明", **dict.fromkeys(step.fields))


def test_the_database_keeps_results_whole(diverting, at):
    case = diverting()
    with pytest.raises(IntegrityError), transaction.atomic():
        Diversion.objects.filter(pk=case.pk).update(state=State.CONCLUDED, closed_at=at)


def test_it_is_seen_by_its_line_and_by_no_stranger(diverting, mediator):
    diverting()
    seeing = [mediator, *map(actors.actor, (Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR))]
    blind = [actors.actor(role) for role in (Role.GRID_WORKER, Role.HOTLINE_OPERATOR, Role.DEPARTMENT_HANDLER, Role.TOWNSHIP_CLERK)]
    blind += [actors.actor(Role.MEDIATOR, actors.OTHER_TOWNSHIP), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)]
    seen = [Diversion.objects.visible_to(one, Diversion.view_capability).exists() for one in (*seeing, *blind)]
    assert seen == [True] * len(seeing) + [False] * len(blind)


def typed(refused, **changed):
    lines = {"paper-TOTAL_FORMS": 2, "paper-INITIAL_FORMS": 1, "paper-0-name": "受理登记表", "paper-1-name": ""}
    lines |= {"paper-0-copies": 1, "paper-1-copies": 1}
    facts = {"way": "arbitration", "receiver_name": "呼和浩特仲裁委员会", "reason": "合同有仲裁条款。", "consent_way": "signed"}
    return {**lines, **facts, "consent_of": refused.parties.first().pk, "consent_at": "2026-11-23T10:00", **changed}


def test_the_form_opens_it_and_the_mediation_shows_it(signed_in, mediator, refused):
    client, address = signed_in(mediator), reverse("diversion_create", args=[refused.number])
    assert address in client.get(refused.get_absolute_url()).content.decode()
    assert client.post(address, typed(refused)).status_code == 302
    found = Diversion.objects.get()
    page = client.get(found.get_absolute_url()).content.decode()
    assert all(words in page for words in ("呼和浩特仲裁委员会", "受理登记表", "书面签名"))
    assert found.number in client.get(refused.get_absolute_url()).content.decode()


@pytest.mark.parametrize("wrong", ["way", "receiver_name", "consent_of", "reason"])
def test_each_mistake_stands_beside_its_field(signed_in, mediator, refused, wrong):
    answer = signed_in(mediator).post(reverse("diversion_create", args=[refused.number]), typed(refused, **{wrong: ""}))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})


def test_papers_must_be_listed(signed_in, mediator, refused):
    answer = signed_in(mediator).post(reverse("diversion_create", args=[refused.number]), typed(refused, **{"paper-0-name": ""}))
    assert (answer.status_code, Diversion.objects.count()) == (422, 0)
    assert "至少列出一份" in answer.content.decode()


def test_the_list_asks_as_much_for_one_as_for_many(signed_in, mediator, diverting, at):
    client, first = signed_in(mediator), diverting()
    client.get(LIST)

    def statements():
        with CaptureQueriesContext(connection) as caught:
            assert client.get(LIST).status_code == 200
        return len(caught)

    before = statements()
    for number in range(9):
        Diversion.objects.filter(mediation=first.mediation).update(state=State.CALLED_OFF, closed_at=at)
        diverting(way="petition" if number % 2 else "ruling")
    Diversion.objects.filter(state=State.CALLED_OFF).update(closed_at=at)
    assert statements() == before
    assert client.get(reverse("diversion_export"), {"state": "all"}).status_code == 200


def test_what_comes_back_names_its_way():
    assert (source_of("court"), source_of("petition"), source_of("ruling")) == ("court", "petition", "other")
    names = [name for name, _original in papers_of(state="ended", has_session=True, is_written=False, has_opinion=True)]
    assert names == ["调解申请书、受理登记表", "调解记录", "鉴定、评估意见", "终止调解告知书"]


def test_an_unperformed_agreement_may_go_to_court(mediation, mediator, at):
    case = walk(mediation, mediator, at, until="agree")
    case = engine.take(case, "note_unperformed", by=mediator, at=at + days(9), note="未付。")
    facts = {"reason": "起诉。", "consent_of": case.parties.first(), "consent_way": "phone", "consent_at": at}
    facts |= {"receiver": None, "receiver_name": "法院"}
    assert open_diversion(case, papers=PAPERS, by=mediator, at=at + days(9), way="court", **facts).state == State.PREPARED
