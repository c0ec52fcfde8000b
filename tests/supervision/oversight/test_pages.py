"""The leading group's pages of findings."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from supervision.oversight.models import Finding
from tests.supervision.cast import confirmed, drafted, listed

pytestmark = pytest.mark.django_db
LIST, CREATE = reverse("oversight_list"), reverse("oversight_create")


def text(answer):
    return answer.content.decode()


@pytest.fixture
def typed(cast):
    return {"unit": cast.unit.pk, "ground": 1, "duty": "未按月调度", "facts": "检查发现。", "subject": ""}


def test_the_list_costs_the_same_for_one_and_for_ten(signed_in, cast, at):
    client, costs = signed_in(cast.county), []
    for count in (1, 9):
        for _number in range(count):
            drafted(cast, at)
        client.get(LIST)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        costs.append(len(caught))
    assert costs[0] == costs[1]


@pytest.mark.parametrize("make", [drafted, confirmed, listed])
def test_the_page_of_a_finding_shows_unit_duty_and_ground(signed_in, cast, at, make):
    page = text(signed_in(cast.official).get(make(cast, at).get_absolute_url()))
    assert all(word in page for word in (cast.unit.name, "诉求未在办理期限内答复", "条例第五十八条"))


def test_a_finding_is_written_by_hand(signed_in, cast, typed):
    answer = signed_in(cast.county).post(CREATE, typed)
    finding = Finding.objects.get()
    assert answer.headers["Location"] == finding.get_absolute_url()
    assert (finding.unit, finding.ground, finding.office) == (cast.unit, 1, cast.county.acting_post.office)


@pytest.mark.parametrize(("field", "value"), [("unit", ""), ("ground", "5"), ("duty", ""), ("facts", ""), ("subject", "HS-1")])
def test_what_is_wrong_is_said_beside_its_field(signed_in, cast, typed, field, value):
    answer = signed_in(cast.county).post(CREATE, typed | {field: value})
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, [field])
    assert not Finding.objects.exists()


def test_a_unit_of_another_group_cannot_be_chosen(signed_in, cast, typed):
    answer = signed_in(cast.city).post(CREATE, typed)
    assert answer.status_code == 422


def test_a_matter_is_linked_once(signed_in, cast, typed, complaint):
    client = signed_in(cast.county)
    client.post(CREATE, typed | {"subject": complaint.number})
    assert Finding.objects.get().subject_number == complaint.number
    assert "已有一条在办的线索" in text(client.post(CREATE, typed | {"subject": complaint.number}))


def test_no_telephone_gets_onto_the_public_page(signed_in, cast, at):
    finding = listed(cast, at)
    url = reverse("oversight_take_step", args=[finding.number, "publish"])
    answer = signed_in(cast.county).post(url, {"public_text": "联系人13812345678", "note": "", "version": finding.version})
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, ["public_text"])


def test_the_desk_counts_what_waits(signed_in, cast, at):
    drafted(cast, at), drafted(cast, at + timedelta(minutes=1))
    cards = {str(card["label"]): card for card in signed_in(cast.official).get(reverse("desk")).context["cards"]}
    assert cards["待核实线索"]["count"] == 2
    assert signed_in(cast.official).get(cards["待核实线索"]["url"]).context["page"].count == 2


def test_the_list_is_exported(signed_in, cast, at):
    drafted(cast, at)
    assert signed_in(cast.county).get(reverse("oversight_export"))["Content-Type"].endswith("spreadsheetml.sheet")


def judged(client, action, findings, note="经核实，情况属实。"):
    """The answer to many drafts judged at once."""
    return client.post(
        reverse("oversight_bulk"), {"action": action, "selected": [one.number for one in findings], "confirmed": "1", "note": note}
    )


def test_many_drafts_are_confirmed_at_once_each_with_the_gravity_its_record_suggests(signed_in, cast, at):
    drafts = [drafted(cast, at) for _twice in range(2)]
    client = signed_in(cast.official)
    asked = text(client.post(reverse("oversight_bulk"), {"action": "confirm", "selected": [one.number for one in drafts]}))
    assert "建议情节" in asked
    judged(client, "confirm", drafts)
    assert [*Finding.objects.order_by("pk").values_list("state", "ground", "gravity")] == [
        ("confirmed", 2, "minor"),
        ("confirmed", 2, "moderate"),
    ]


def test_many_are_dismissed_with_a_reason_and_what_is_no_draft_stays(signed_in, cast, at):
    drafts = [drafted(cast, at), confirmed(cast, at)]
    client = signed_in(cast.official)
    assert judged(client, "dismiss", drafts, note="").status_code == 422
    judged(client, "dismiss", drafts)
    assert [*Finding.objects.order_by("pk").values_list("state", flat=True)] == ["dismissed", "confirmed"]
