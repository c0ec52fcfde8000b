"""Whom the parties want: the applicant by number and code, the other side by its own, the committee at the counter."""

import pytest
from django.urls import reverse

from disputes.mediation.models import Mediation
from disputes.mediators.models import ChoiceInvitation, MediatorChoice
from disputes.mediators.services import ChoiceRefused, agreed, choosable, choosable_for, choose, invite
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors

TRACK = reverse("track")
DAY = actors.BEGAN.date().replace(year=2026, month=11, day=23)


def names(rows):
    return {row.name for row in rows}


def test_those_of_the_place_and_above_and_of_the_trade_can_be_chosen(committee, entering, engaging):
    village, county = entering(actors.VILLAGE, "village"), entering(actors.COUNTY, "trade", trade="medical")
    beside = entering(actors.OTHER_TOWNSHIP, "township")
    for where, name in ((committee, "镇上"), (village, "村里"), (county, "医调"), (beside, "邻镇")):
        engaging(where, person_name=name)
    engaging(committee, person_name="家事", specialities=["family"])
    home = actors.place(actors.VILLAGE)
    assert names(choosable(home, "neighbour", day=DAY)) == {"镇上", "村里"}
    assert names(choosable(home, "medical", day=DAY)) == {"镇上", "村里", "医调"}
    assert names(choosable(home, "family", day=DAY)) == {"镇上", "村里", "家事"}
    assert names(choosable(actors.place(actors.TOWNSHIP), "neighbour", day=DAY)) == {"镇上"}


def test_whom_the_matter_keeps_out_cannot_be_chosen(dispute, engaged, mediator):
    case = dispute.mediation
    assert names(choosable_for(case, day=DAY)) == {"白玉兰"}
    case.barred_people = [mediator.pk]
    assert names(choosable_for(case, day=DAY)) == set()
    case.barred_people, case.barred_ids = [], [case.office_id]
    assert names(choosable_for(case, day=DAY)) == set()


@pytest.mark.parametrize("day", [DAY.replace(year=2025), DAY.replace(year=2029)])
def test_nobody_is_chosen_before_or_after_the_term(dispute, engaged, day):
    assert not choosable_for(dispute.mediation, day=day).exists()


def follow(client, number, code):
    return client.post(TRACK, {"number": number, "code": code})


def test_both_sides_agree_on_the_web_and_the_committee_sees_it(client, signed_in, dispute, engaged, mediator, at):
    case = dispute.mediation
    page = reverse("mediator_choice", args=[case.number])
    assert client.get(page)["Location"].startswith(TRACK)
    follow(client, case.number, dispute.query_code)
    assert "对方还没有选" in client.get(page).content.decode()
    assert client.post(page, {"mediator": engaged.pk}).status_code == 302
    assert agreed(case) is None
    client.session.flush()
    invited = invite(case, by=mediator, at=at)
    theirs = reverse("mediator_answer", args=[invited.invitation.number])
    assert follow(client, invited.invitation.number, invited.code)["Location"] == theirs
    assert "对方选了白玉兰" in client.get(theirs).content.decode()
    client.post(theirs, {"mediator": engaged.pk})
    assert agreed(case) == engaged
    assert "双方选定：白玉兰" in signed_in(mediator).get(case.get_absolute_url()).content.decode()


def test_the_other_side_s_code_opens_nothing_of_the_application(client, dispute, engaged, mediator, at):
    invited = invite(dispute.mediation, by=mediator, at=at)
    follow(client, invited.invitation.number, invited.code)
    answer = client.get(reverse("mediator_answer", args=[invited.invitation.number])).content.decode()
    assert not any(secret in answer for secret in ("张三", "13800000000", "渗水", dispute.mediation.number))
    for name in ("mediation_tracked", "mediator_choice"):
        assert client.get(reverse(name, args=[dispute.mediation.number]))["Location"].startswith(TRACK)


def test_a_code_issued_anew_voids_the_old_one(client, dispute, mediator, at):
    first, second = (invite(dispute.mediation, by=mediator, at=at) for _twice in range(2))
    assert first.invitation.number == second.invitation.number
    assert follow(client, second.invitation.number, first.code).status_code == 422
    assert follow(client, second.invitation.number, second.code).status_code == 302


@pytest.mark.parametrize("chosen", ["", "x", "999999"])
def test_a_wrong_choice_is_told(client, dispute, engaged, chosen):
    follow(client, dispute.mediation.number, dispute.query_code)
    answer = client.post(reverse("mediator_choice", args=[dispute.mediation.number]), {"mediator": chosen})
    assert (answer.status_code, MediatorChoice.objects.exists()) == (422, False)


def test_the_last_word_counts_and_every_word_stands_on_the_timeline(dispute, engaged, engaging, committee, at):
    other = engaging(committee, person_name="赵刚")
    for wanted in (engaged, other):
        choose(dispute.mediation, "applicant", wanted, at=at)
    assert (MediatorChoice.objects.get().mediator, agreed(dispute.mediation)) == (other, None)
    assert Event.objects.of(dispute.mediation).filter(kind="mediation.choose_mediator").count() == 2
    assert verify().broken is None


def test_once_a_mediator_is_named_nobody_chooses(client, dispute, engaged, mediator, at):
    Mediation.objects.filter(pk=dispute.mediation.pk).update(mediator=mediator)
    with pytest.raises(ChoiceRefused):
        choose(dispute.mediation, "applicant", engaged, at=at)
    with pytest.raises(ChoiceRefused):
        invite(dispute.mediation, by=mediator, at=at)
    follow(client, dispute.mediation.number, dispute.query_code)
    assert "调解员已经确定" in client.get(reverse("mediator_choice", args=[dispute.mediation.number])).content.decode()


def test_the_committee_takes_down_what_a_side_says(signed_in, dispute, engaged, mediator):
    client, address = signed_in(mediator), reverse("mediators_choice", args=[dispute.mediation.number])
    assert client.post(address, {"mediator": engaged.pk}).status_code == 422
    assert client.post(address, {"side": "respondent", "mediator": engaged.pk}).status_code == 302
    assert (MediatorChoice.objects.get().way, MediatorChoice.objects.get().by) == ("counter", mediator)
    assert ChoiceInvitation.objects.exists() is False
    shown = client.post(address, {"invite": "1"}).content.decode()
    assert ChoiceInvitation.objects.get().number in shown


def test_another_committee_sees_no_choice(signed_in, dispute, stranger):
    assert signed_in(stranger).get(reverse("mediators_choice", args=[dispute.mediation.number])).status_code == 404


def test_one_of_another_committee_is_said_to_be_so(signed_in, dispute, entering, engaging, mediator, at):
    other = engaging(entering(actors.VILLAGE, "village"), person_name="村里")
    for side in ("applicant", "respondent"):
        choose(dispute.mediation, side, other, at=at)
    assert "请综治中心改由该调委会调解" in signed_in(mediator).get(dispute.mediation.get_absolute_url()).content.decode()
