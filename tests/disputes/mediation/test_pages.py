"""The staff's pages: worklist, detail, steps, registration, parties' facts and papers."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from disputes.mediation.enums import State
from disputes.mediation.models import Mediation, Unmediable
from governance.people.enums import Role
from governance.privacy.models import Opening
from tests import actors
from tests.disputes.mediation.conftest import IN_WRITING, SESSION, in_the_file, walk

LIST, CREATE = reverse("mediation_list"), reverse("mediation_create")
HTMX = {"HTTP_HX_REQUEST": "true"}
TYPED = {
    "source": "counter", "kind": "family", "description": "子女为赡养争执。", "name": "王一", "nature": "person", "phone": "13811112222",
    "other_name": "王二", "other_nature": "person", "place_village": actors.VILLAGE, "submission": "5d0c1a9e-6a2f-4a53-9d1c-0f3f4a3f9f10",
}  # fmt: skip


def step_url(mediation, name):
    return reverse("mediation_take_step", args=[mediation.number, name])


def numbers(answer):
    return [row.number for row in answer.context["page"].rows]


def typed(name, mediator):
    """What a mediator types at each step of the ordinary way."""
    return {
        "accept": {"kind": "neighbour", "points": "费用"},
        "assign": {"mediator": mediator.pk, "no_conflict": "on"},
        "hold_session": {**SESSION, "held_at": "2026-11-23T10:00"},
        "agree": IN_WRITING,
        "perform": {"note": "已付清。"},
        "file": {},
    }[name]


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_ordinary_way_can_be_walked(signed_in, mediator, mediation, headers):
    client = signed_in(mediator)
    for name in ("accept", "assign", "hold_session", "agree", "perform", "file"):
        if name == "file":
            in_the_file(mediation, mediator, timezone.now())
        assert client.get(step_url(mediation, name), **headers).status_code == 200, name
        answer = client.post(step_url(mediation, name), typed(name, mediator), **headers)
        assert answer.status_code == (200 if headers else 302), (name, answer.context and answer.context["form"].errors)
    assert Mediation.objects.get().state == State.FILED


def test_a_written_agreement_names_what_it_lacks_beside_the_field(signed_in, mediator, mediation, at):
    walk(mediation, mediator, at, until="assign")
    answer = signed_in(mediator).post(step_url(mediation, "agree"), {**IN_WRITING, "responsibilities": "", "perform_by": ""})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"responsibilities", "perform_by"})
    assert IN_WRITING["duties"] in answer.content.decode()


def test_a_refusal_tells_the_right_way_by_itself(signed_in, mediator, mediation):
    refusal = Unmediable.objects.get(code="party_refuses")
    signed_in(mediator).post(step_url(mediation, "not_accept"), {"refusal": refusal.pk})
    refused = Mediation.objects.get()
    assert (refused.state, refused.refusal) == (State.NOT_ACCEPTED, refusal)


def test_the_other_ways_stand_in_the_form_that_ends_it(signed_in, mediator, mediation, at):
    walk(mediation, mediator, at, until="assign")
    assert "向人民法院起诉" in signed_in(mediator).get(step_url(mediation, "end")).content.decode()


def test_a_party_is_added_and_corrected_without_losing_what_is_known(signed_in, mediator, mediation):
    client, known = signed_in(mediator), mediation.parties.get(side="respondent")
    facts = {"party": known.pk, "side": "respondent", "nature": "person", "id_number": "150102199001010019"}
    client.post(step_url(mediation, "enter_party"), facts)
    client.post(step_url(mediation, "enter_party"), {"side": "respondent", "nature": "organisation", "party_name": "某公司"})
    assert [str(party.name) for party in mediation.parties.all()] == ["张**", "李**", "某**"]
    assert mediation.parties.get(pk=known.pk).id_number


def test_a_correction_leaves_what_was_not_chosen_anew(signed_in, mediator, mediation):
    known = mediation.parties.get(side="respondent")
    mediation.parties.filter(pk=known.pk).update(nature="organisation")
    client = signed_in(mediator)
    client.post(step_url(mediation, "enter_party"), {"party": known.pk, "party_phone": "0471-4601234"})
    corrected = mediation.parties.get(pk=known.pk)
    assert (corrected.side, corrected.nature, str(corrected.phone)[-4:]) == ("respondent", "organisation", "1234")
    wrong = client.post(step_url(mediation, "enter_party"), {"party": known.pk, "id_number": "123"})
    assert "统一社会信用代码应为18位" in wrong.context["form"].errors["id_number"][0]


def test_a_new_party_needs_side_nature_and_name(signed_in, mediator, mediation):
    answer = signed_in(mediator).post(step_url(mediation, "enter_party"), {})
    assert set(answer.context["form"].errors) == {"side", "nature", "party_name"}


@pytest.mark.parametrize(("role", "sees"), [(Role.MEDIATOR, 1), (Role.TOWNSHIP_CLERK, 1), (Role.AUDITOR, 1), (Role.HOTLINE_OPERATOR, 0)])
def test_the_worklist_is_for_those_of_the_line(signed_in, mediation, role, sees):
    answer = signed_in(actors.actor(role)).get(LIST)
    assert (numbers(answer) if sees else answer.status_code) == ([mediation.number] if sees else 403)


def test_the_filters_say_what_they_find(signed_in, mediator, mediation, at):
    case = walk(mediation, mediator, at, until="assign")
    client = signed_in(mediator)
    pairs = [("kind", "neighbour", "labour"), ("mediator", "mine", None), ("source", "web", "court"), ("state", "mediating", "to_file")]
    for name, right, wrong in [*pairs, ("holder", "mine", "none"), ("q", "渗水", "不存在的词")]:
        assert numbers(client.get(LIST, {name: right})) == [case.number], name
        assert wrong is None or numbers(client.get(LIST, {name: wrong})) == [], name


def statements(client):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(LIST).status_code == 200
    return len(caught)


@pytest.mark.parametrize("role", [Role.MEDIATOR, Role.TOWNSHIP_CLERK, Role.AUDITOR])
def test_ten_rows_cost_no_more_statements_than_one(signed_in, committee, opening, role):
    client = signed_in(actors.actor(role))
    opening()
    statements(client)
    one = statements(client)
    for _number in range(9):
        opening()
    assert statements(client) == one <= 12


def test_no_page_of_the_list_or_the_case_carries_the_parties_data(signed_in, mediator, mediation):
    client = signed_in(mediator)
    for page in (client.get(LIST), client.get(mediation.get_absolute_url())):
        assert not any(secret in page.content.decode() for secret in ("13800000000", "13900000000", "张三", "李四"))


def test_a_stated_purpose_opens_the_parties_to_their_committee(signed_in, mediator, mediation):
    address = reverse("mediation_parties", args=[mediation.number])
    client = signed_in(mediator)
    assert client.post(address, {}).status_code == 422
    assert not Opening.objects.exists()
    assert "13900000000" in client.post(address, {"purpose": "contact"}).content.decode()
    assert set(Opening.objects.values_list("case_number", "by", "field")) == {
        (mediation.number, mediator.pk, field) for field in ("name", "phone")
    }


def test_a_committee_that_held_it_once_opens_nothing(signed_in, mediator, mediation):
    Mediation.objects.filter(pk=mediation.pk).update(office=actors.office("committee", actors.OTHER_TOWNSHIP))
    assert signed_in(mediator).get(reverse("mediation_parties", args=[mediation.number])).status_code == 404


@pytest.mark.parametrize("role", [Role.MEDIATOR, Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.CENTRE_OFFICER])
def test_an_application_is_taken_down_once(signed_in, committee, role):
    client = signed_in(actors.actor(role))
    facts = {**TYPED, "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP}
    first, again = client.post(CREATE, facts, follow=True), client.post(CREATE, facts, follow=True)
    assert first.redirect_chain == [(reverse("mediation_registered"), 303)]
    assert first.context["code"] == again.context["code"] != ""
    kept = Mediation.objects.get()
    assert (kept.source, kept.office, kept.parties.count()) == ("counter", committee, 2)


def test_wrong_telephones_and_empty_fields_are_told_and_nothing_is_lost(signed_in, mediator):
    answer = signed_in(mediator).post(CREATE, {**TYPED, "phone": "12", "name": "", "place_township": actors.TOWNSHIP})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"phone", "name"})
    assert TYPED["description"] in answer.content.decode()


def test_the_exported_list_names_no_party(signed_in, mediator, mediation):
    answer = signed_in(mediator).get(reverse("mediation_export"))
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert rows[1][0] == mediation.number
    assert not any("张" in str(cell) or "138" in str(cell) for cell in rows[1] if cell != mediation.number)


def test_many_are_filed_at_once(signed_in, mediator, mediation, opening, at):
    in_the_file(walk(mediation, mediator, at, until="perform"), mediator, at)
    chosen = {"action": "file", "selected": [mediation.number, opening().mediation.number]}
    answer = signed_in(mediator).post(reverse("mediation_bulk"), chosen)
    assert (answer.context["done"], answer.context["undone"]) == (1, 1)


def test_the_desk_counts_what_the_mediator_has_to_do(signed_in, mediator, mediation):
    page = signed_in(mediator).get(reverse("desk")).content.decode()
    assert "待受理" in page
    assert "我的调解" in page
