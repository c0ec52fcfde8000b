"""The extension for updates: what happened since, and a word added by the client."""

from datetime import timedelta

import pytest
from django.utils import timezone

from disputes.complaints.models import Complaint
from disputes.open311.models import ClientUpdate
from governance.notices.models import Notice
from governance.people.enums import OfficeType
from governance.timeline.models import Event
from tests import actors
from tests.disputes.complaints.test_flow import walk
from tests.disputes.open311.conftest import BASE

WORD = {"description": "师傅来过，还是不亮。", "update_id": "u-1"}


@pytest.fixture
def number(georeport):
    return georeport.filed()


def added(georeport, number, **fields):
    return georeport.post("servicerequestupdates.json", service_request_id=number, **{**WORD, **fields})


def test_a_word_stands_on_the_timeline(georeport, number):
    update = added(georeport, number).json()[0]["update_id"]
    event = Event.objects.get(pk=update)
    assert (event.kind, event.note, event.public) == ("complaints.add_word", WORD["description"], True)


def test_sent_twice_it_is_added_once(georeport, number):
    assert added(georeport, number).json() == added(georeport, number).json()
    assert ClientUpdate.objects.count() == 1


def test_the_xml_has_the_shape_of_the_extension(georeport, number):
    answer = georeport.post("servicerequestupdates.xml", service_request_id=number, **WORD)
    assert b"<service_request_updates><request_update><update_id>" in answer.content


@pytest.mark.parametrize(("fields", "told"), [({"description": ""}, "description"), ({"service_request_id": ""}, "service_request_id")])
def test_what_is_missing_is_told(georeport, number, fields, told):
    answer = added(georeport, number, **fields) if "description" in fields else added(georeport, "")
    assert answer.status_code == 400
    assert told in answer.json()[0]["description"]


def test_only_the_client_that_filed_may_add(georeport, number, issued, client, complaint):
    other = {"api_key": issued().plain, "service_request_id": number, **WORD}
    assert client.post(f"{BASE}/servicerequestupdates.json", other).status_code == 404
    assert added(georeport, complaint.number).status_code == 404


def test_on_a_closed_matter_it_asks_for_reopening(georeport, number):
    office = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    Complaint.objects.update(state="closed", closed_at=timezone.now(), office=office)
    assert added(georeport, number).status_code == 400
    assert added(georeport, number, status="OPEN").status_code == 200
    assert Complaint.objects.get().reopening_asked


def test_its_own_words_come_back_to_the_client_alone(georeport, number):
    added(georeport, number)
    own = georeport.get("servicerequestupdates.json", api_key=georeport.key.plain).json()
    others = georeport.get("servicerequestupdates.json").json()
    assert [row["description"] for row in own] == ["已登记", "您作了补充说明：师傅来过，还是不亮。"]
    assert [row["description"] for row in others] == ["已登记", "您作了补充说明"]


def test_only_what_happened_within_the_dates(georeport, number):
    later = (timezone.now() + timedelta(hours=1)).isoformat()
    assert georeport.get("servicerequestupdates.json", start_date=later, end_date=later).json() == []
    assert len(georeport.get("servicerequestupdates.json", service_request_id=number).json()) == 1


def test_staff_matters_are_no_updates(georeport, operator, clerk):
    number = georeport.filed(**{"attribute[place_code]": actors.VILLAGE})
    walk(Complaint.objects.get(number=number), operator, clerk, timezone.now() - timedelta(hours=3), until="contact")
    rows = georeport.get("servicerequestupdates.json").json()
    assert [row["description"] for row in rows][:2] == ["派单", "承办单位已签收"]
    assert "分类" not in [row["description"] for row in rows]


def test_the_handling_office_is_told_of_a_word(georeport, operator, clerk):
    number = georeport.filed(**{"attribute[place_code]": actors.VILLAGE})
    walk(Complaint.objects.get(number=number), operator, clerk, timezone.now(), until="contact")
    added(georeport, number)
    assert Notice.objects.filter(rule="open311.word_added", recipient=clerk).exists()
