"""What becomes of messages: one matter is one incident, in whatever order they come and however often."""

import json
from itertools import permutations

import pytest

from emergencies.hotlines.models import HotlineCall, HotlineMessage
from emergencies.incidents.models import Incident
from governance.timeline.models import Event
from tests import actors
from tests.emergencies.hotlines.conftest import FIRE, fire
from tests.emergencies.incidents.scenes import reported

LATER, LAST = fire(2, badly_hurt=3, description="火势蔓延到六楼。"), fire(3, status="closed", lightly_hurt=2)


def outcome(answer):
    return answer.status_code, answer.json()["outcome"]


def facts():
    return HotlineCall.objects.get().facts


def test_a_first_message_becomes_an_incident(send):
    answer = send(fire())
    incident = Incident.objects.get()
    assert outcome(answer) == (201, "created")
    assert answer.json()["incident"]["number"] == incident.number
    assert (incident.source, incident.source_number, incident.kind.code, incident.badly_hurt) == ("119", "119-0001", "fire", 1)
    assert (incident.place.code, incident.landmark, incident.state) == (actors.TOWNSHIP, "新华路18号", "registered")
    assert incident.reporter_phone.open() == "13800000000"


def test_the_caller_is_sealed_with_the_incident_and_nowhere_in_the_open(send):
    send(fire())
    call, message = HotlineCall.objects.get(), HotlineMessage.objects.get()
    assert (call.caller_name, call.caller_phone) == ("", "")
    assert "王建国" not in str(message.facts) + str(call.facts) + str(message.body)
    assert json.loads(message.body.open())["caller"]["name"] == "王建国"


def test_the_same_message_sent_again_makes_nothing(send):
    first = send(fire()).json()
    again = send(dict(reversed(fire().items())))
    assert outcome(again) == (200, "duplicate")
    assert again.json()["incident"] == first["incident"]
    assert Incident.objects.count() == 1


def test_another_content_under_the_same_revision_is_refused(send):
    send(fire())
    answer = send(fire(description="别的事。"))
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "conflict")
    assert Incident.objects.get().description == FIRE["description"]


@pytest.mark.parametrize("order", [*permutations([fire(), LATER, LAST])], ids=str)
def test_whatever_the_order_it_is_one_incident_with_the_last_word(send, order):
    for told in (*order, order[0]):
        assert send(told).status_code < 300
    assert Incident.objects.count() == 1
    assert (facts()["description"], facts()["badly_hurt"], facts()["status"]) == ("火势蔓延到六楼。", 3, "closed")
    assert HotlineCall.objects.get().revision == 3


def test_an_update_before_its_first_message_waits_for_it(send):
    answer = send(LATER)
    assert outcome(answer) == (202, "waiting")
    assert answer.json()["missing"] == ["occurred_at", "place_code"]
    assert not Incident.objects.exists()
    assert outcome(send(fire())) == (201, "created")
    assert Incident.objects.get().badly_hurt == 3


def test_who_called_waits_sealed_for_the_incident(send):
    send(fire(2, caller={"name": "李云", "phone": "13900000001"}))
    assert HotlineCall.objects.get().caller_phone.open() == "13900000001"
    send(fire())
    assert Incident.objects.get().reporter_phone.open() == "13900000001"


def test_an_update_stands_on_the_timeline_and_raises_the_figures_nobody_verified_yet(send):
    send(fire())
    assert outcome(send(LATER)) == (200, "updated")
    incident = Incident.objects.get()
    assert (incident.badly_hurt, incident.description) == (3, FIRE["description"])
    note = Event.objects.of(incident).get(kind="incidents.source_update").note
    assert {"重伤（人）：1 → 3", "事件情况：五楼厨房着火，有浓烟。 → 火势蔓延到六楼。"} < {*note.splitlines()}
    assert "13800000000" not in note


def test_figures_somebody_verified_stay_as_they_are(send):
    send(fire())
    Incident.objects.update(state="handling", verified_at="2026-11-23T02:00Z")
    send(LATER)
    assert Incident.objects.get().badly_hurt == 1


def test_an_older_message_after_a_newer_adds_only_what_was_not_said(send):
    send(fire())
    send(fire(5, lightly_hurt=4))
    assert outcome(send(fire(3, lightly_hurt=1))) == (200, "unchanged")
    assert outcome(send(fire(4, unit_name="青山餐馆", lightly_hurt=2))) == (200, "updated")
    assert (facts()["lightly_hurt"], facts()["unit_name"]) == (4, "青山餐馆")


def test_an_incident_entered_by_hand_under_the_number_is_the_same(send, clerk, at):
    by_hand = reported(at, clerk, source="119", source_number="119-0001")
    assert send(fire()).json()["incident"]["number"] == by_hand.number


def test_without_a_kind_the_words_tell_it(send):
    told = {name: value for name, value in FIRE.items() if name != "kind"}
    send(told)
    assert Incident.objects.get().kind.code == "fire"


def test_a_hotline_reads_how_its_matter_stands(send, ask):
    send(fire())
    told = ask("119-0001").json()
    assert (told["incident"]["state"], told["incident"]["state_label"], told["missing"]) == ("registered", "待核实", [])
    assert ask("119-9999").status_code == 404
