"""What a mediation leaves on its way: consent, sessions agreed on, agents, experts, police, performance, the court."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from disputes.complaints.models import Complaint
from disputes.mediation.enums import SessionState, State
from disputes.mediation.models import Agent, Mediation, Unmediable
from disputes.proceedings.models import Appointment, CourtRequest, FollowUp, Invitation, Opinion, PoliceReport
from governance.cases.services import hand_over
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.privacy.models import Opening
from tests import actors
from tests.actors import days
from tests.disputes.mediation.conftest import SESSION, walk

SHANGHAI = ZoneInfo("Asia/Shanghai")
AGREED_ON = {"venue": "调委会", "room": "第一调解室", "invite_way": "phone"}


@pytest.fixture
def assigned(mediation, mediator, at):
    return walk(mediation, mediator, at, until="assign")


def arranged(case, mediator, at, *, in_days=2):
    return engine.take(case, "schedule", by=mediator, at=at, scheduled_for=at + days(in_days), **AGREED_ON)


def test_nobody_is_mediated_who_refuses(mediation, mediator, at):
    other = mediation.parties.get(side="respondent")
    engine.take(mediation, "note_consent", by=mediator, at=at, whom=other, consent="refuses")
    with pytest.raises(engine.StepRefused, match="第十七条"):
        engine.take(mediation, "accept", by=mediator, at=at, kind="neighbour", points="")
    reason = Unmediable.objects.get(code="party_refuses")
    refused = engine.take(mediation, "not_accept", by=mediator, at=at, refusal=reason, note=reason.right_way)
    assert (refused.state, refused.ways_told) == (State.NOT_ACCEPTED, reason.right_way)


def test_a_session_is_agreed_on_both_sides_are_invited_and_it_is_held(assigned, mediator, at):
    waiting = arranged(assigned, mediator, at)
    assert waiting.next_session_at == at + days(2)
    assert Invitation.objects.filter(session__mediation=assigned).count() == 2
    asked = Invitation.objects.first()
    engine.take(waiting, "note_answer", by=mediator, at=at, invitation=asked, answer="comes")
    session = waiting.sessions.get()
    held = engine.take(waiting, "hold_session", by=mediator, at=at + days(2), held_at=at + days(2), session=session, **SESSION)
    session.refresh_from_db()
    assert (session.state, session.serial, held.next_session_at) == (SessionState.HELD, 1, None)
    assert Invitation.objects.get(pk=asked.pk).answer == "comes"


def test_a_session_that_did_not_come_about_says_why_and_twice_is_graver(assigned, mediator, at):
    case = assigned
    for number in range(2):
        case = arranged(case, mediator, at + days(number))
        given = {"session": case.sessions.scheduled().get(), "not_held": "respondent"}
        case = engine.take(case, "note_not_held", by=mediator, at=at + days(number), **given)
    assert [session.get_not_held_display() for session in case.sessions.all()] == ["被申请人未到场"] * 2
    assert (case.colour, case.leader.type) == ("yellow", OfficeType.TOWNSHIP)


def test_a_session_lies_ahead_when_it_is_agreed_on(assigned, mediator, at):
    with pytest.raises(engine.StepRefused, match="晚于现在"):
        arranged(assigned, mediator, at, in_days=-1)


def test_both_sides_get_a_text_message_and_neither_number_is_told(assigned, mediator, at, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        arranged(assigned, mediator, at)
    told = Notice.objects.filter(rule__in=["mediation.told_session", "mediation.invited_other_side"])
    assert told.count() == 2
    assert all("2026年" in row.body and "调委会" in row.body for row in told), [row.body for row in told]
    assert not any("138" in row.body or "139" in row.body for row in told)


def test_the_mediator_s_declaration_is_kept_with_each_appointment(assigned, mediator, at):
    second = actors.actor(Role.MEDIATOR)
    given = {"mediator": second, "no_conflict": True, "chosen": "together", "note": "申请人要求。"}
    engine.take(assigned, "replace", by=mediator, at=at + days(2), **given)
    first, now = Appointment.objects.order_by("declared_at")
    assert (first.ended_at, first.end_note, now.mediator, now.chosen) == (at + days(2), "申请人要求。", second, "together")
    assert "利害关系" in first.declaration


def test_an_agent_is_sealed_and_opened_with_the_party_alone(assigned, mediator, at):
    facts = {"authority": "special", "powers": "代为和解", "agent_name": "赵律师", "agent_phone": "13811110000", "agent_id": ""}
    engine.take(assigned, "add_agent", by=mediator, at=at, whom=assigned.parties.first(), **facts)
    agent = Agent.objects.get()
    assert (str(agent.name), agent.number) == ("赵**", assigned.number)


def test_special_powers_are_named(assigned, mediator, at):
    facts = {"authority": "special", "powers": "", "agent_name": "赵律师", "agent_phone": "", "agent_id": ""}
    with pytest.raises(engine.StepRefused, match="授权事项"):
        engine.take(assigned, "add_agent", by=mediator, at=at, whom=assigned.parties.first(), **facts)


def test_a_medical_dispute_with_an_expert_pause_over_spring_festival_ends_on_the_golden_day(opening, mediator):
    """30 working days from 2 February 2026 (医疗纠纷预防和处理条例 §38); the day it starts is not counted (民法典 §201).

    3–6 February are days 1–4, the 9th is day 5. Experts are asked on the 10th and answer on 5 March: no day touched by that pause counts,
    the holiday of 15–23 February as little as the make-up working days of 14 and 28 February, which lie within it. 6 March is day 6,
    9–13 March are 7–11, 16–20 to 16, 23–27 to 21, 30 March–3 April to 26. 4–6 April is Qingming. 7–10 April are days 27–30, so it
    ends on 10 April at 24:00, which is kept as 11 April at 0:00.
    """
    begun = datetime(2026, 2, 2, 10, 0, tzinfo=SHANGHAI)
    case = opening(at=begun, kind="medical").mediation
    engine.take(case, "accept", by=mediator, at=begun, kind="medical", points="")
    case = engine.take(case, "assign", by=mediator, at=begun, mediator=mediator, no_conflict=True)
    asked = {"note": "因果关系和责任程度。", "body": "内蒙古医学会", "costs": "医院垫付"}
    case = engine.take(case, "ask_expert", by=mediator, at=datetime(2026, 2, 10, 10, 0, tzinfo=SHANGHAI), **asked)
    case = engine.take(case, "receive_opinion", by=mediator, at=datetime(2026, 3, 5, 16, 0, tzinfo=SHANGHAI), note="次要责任。")
    clock = Deadline.objects.of(case).get(term="mediation.limit")
    assert clock.due_at == datetime(2026, 4, 11, 0, 0, tzinfo=SHANGHAI)
    opinion = Opinion.objects.get()
    assert (opinion.body, opinion.text, opinion.received_at.astimezone(SHANGHAI).date()) == ("内蒙古医学会", "次要责任。", date(2026, 3, 5))


def test_without_the_pause_the_same_dispute_would_end_three_weeks_earlier(opening, mediator):
    """3–6 (4), 9–13 (9) and Saturday 14 February (10), 24–27 (14), Saturday the 28th (15), 2–6 March (20), 9–13 (25), 16–20 (30)."""
    begun = datetime(2026, 2, 2, 10, 0, tzinfo=SHANGHAI)
    case = opening(at=begun, kind="medical").mediation
    engine.take(case, "accept", by=mediator, at=begun, kind="medical", points="")
    assert Deadline.objects.of(case).get(term="mediation.limit").due_at == datetime(2026, 3, 21, 0, 0, tzinfo=SHANGHAI)


def test_danger_is_reported_makes_the_matter_red_and_stands_on_top_of_the_page(assigned, mediator, at, signed_in):
    reported = engine.take(assigned, "report_to_police", by=mediator, at=at, note="扬言报复。", station="派出所")
    assert (reported.colour, reported.leader.type) == ("red", OfficeType.CENTRE)
    assert PoliceReport.objects.get().station == "派出所"
    page = signed_in(mediator).get(assigned.get_absolute_url()).content.decode()
    assert "已向公安机关报告" in page
    assert "扬言报复" in page


def test_what_left_no_trace_has_no_panel(mediation, mediator, at, signed_in):
    accepted = walk(mediation, mediator, at, until="accept")
    client, panel = signed_in(mediator), 'id="proceedings-title"'
    assert panel not in client.get(accepted.get_absolute_url()).content.decode()
    engine.take(accepted, "assign", by=mediator, at=at + days(1), mediator=mediator, no_conflict=True)
    assert panel in client.get(accepted.get_absolute_url()).content.decode()


def test_performance_is_followed_up_and_the_court_s_word_is_kept(mediation, mediator, at):
    agreed = walk(mediation, mediator, at, until="agree")
    engine.take(agreed, "follow_up", by=mediator, at=at + days(8), note="已付一半。", contact_way="visit")
    engine.take(agreed, "confirm_asked", by=mediator, at=at + days(9), court="新城区人民法院")
    given = {"note": "裁定有效。", "confirmation": "confirmed", "ruling_number": "（2026）内0102诉前调确1号"}
    engine.take(agreed, "confirm", by=mediator, at=at + days(20), **given)
    engine.take(agreed, "perform", by=mediator, at=at + days(21), note="付清。")
    assert list(FollowUp.objects.values_list("performance", flat=True)) == ["partly", "done"]
    request = CourtRequest.objects.get()
    assert (request.court, request.ruling, request.ruling_number) == ("新城区人民法院", "confirmed", "（2026）内0102诉前调确1号")


def test_the_ways_that_were_told_stay_as_they_were_told(assigned, mediator, at):
    ended = engine.take(assigned, "end", by=mediator, at=at + days(3), note="分歧大。", end_reason="apart")
    assert "向人民法院起诉：" in ended.ways_told


def test_colours_follow_the_matter_and_the_level_leads(assigned, mediator, at):
    assert (assigned.colour, assigned.leader.type) == ("green", OfficeType.VILLAGE)
    ticked = assigned.colour_scheme.rules.filter(code="violence")
    graded = engine.take(assigned, "grade", by=mediator, at=at, criteria=list(ticked))
    assert (graded.colour, graded.leader.type) == ("red", OfficeType.CENTRE)
    centre = actors.actor(Role.CENTRE_OFFICER)
    assert engine.take(graded, "coordinate", by=centre, at=at, note="请公安到场。").version == graded.version + 1
    with pytest.raises(engine.StepRefused):
        engine.take(graded, "coordinate", by=actors.actor(Role.VILLAGE_CLERK), at=at, note="我来。")


def test_what_an_authority_mediates_waits_for_the_centre_to_name_whose_it_is(opening, mediator, at):
    case = opening(kind="administrative").mediation
    limits = list(Deadline.objects.of(case).values_list("limit__code", flat=True))
    assert (case.office, limits) == (None, ["mediation.administrative_accept"])
    assert case in Mediation.objects.to_place()


@pytest.mark.parametrize("colour", ["red", "green"])
def test_the_list_shows_and_filters_colours(mediation, signed_in, mediator, colour):
    page = signed_in(mediator).get(reverse("mediation_list"), {"colour": colour})
    assert [row.number for row in page.context["page"].rows] == ([mediation.number] if colour == "green" else [])
    assert ("绿色" in page.content.decode()) or colour == "red"


def test_where_it_came_from_is_shown_with_a_way_back_for_who_may_see_it(complaint, operator, committee, signed_in, mediator, at):
    handed = hand_over(complaint, "mediation", by=operator, at=at, note="邻里纠纷")
    assert handed.source == "hotline"
    page = signed_in(actors.actor(Role.TOWNSHIP_CLERK)).get(handed.get_absolute_url())
    assert page.context["source_case"]["number"] == Complaint.objects.get().number
    assert signed_in(mediator).get(handed.get_absolute_url()).context["source_case"] is None


def test_what_was_handed_over_from_outside_names_where_from(mediation, mediator, signed_in):
    answer = signed_in(mediator).post(reverse("mediation_create"), {"source": "police", "kind": "family"})
    assert "source_unit" in answer.context["form"].errors


def test_sealed_agents_are_closed_to_everyone_but_the_committee(assigned, mediator, at, signed_in):
    facts = {"authority": "general", "powers": "", "agent_name": "赵律师", "agent_phone": "13811110000", "agent_id": ""}
    engine.take(assigned, "add_agent", by=mediator, at=at, whom=assigned.parties.first(), **facts)
    address = reverse("mediation_parties", args=[assigned.number])
    for role in [role for role in Role if role not in (Role.RESIDENT, Role.MEDIATOR)]:
        client = signed_in(actors.actor(role))
        assert client.post(address, {"purpose": "contact"}).status_code in {403, 404}, role
        assert "赵律师" not in client.get(assigned.get_absolute_url()).content.decode(), role
    assert "赵律师" in signed_in(mediator).post(address, {"purpose": "contact"}).content.decode()
    assert Opening.objects.filter(by=mediator, field="name").count() == 3
