"""What is sent becomes a complaint, once; what is wrong is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from disputes.complaints.enums import Source
from disputes.complaints.models import Category, Complaint
from disputes.open311.models import ServiceAttribute, Submission
from disputes.open311.services import Received, Refused, digest_of, file_request
from tests.disputes.makers import api_key
from tests.disputes.open311.conftest import BASE, HOME, LAMP

HERE = {"service_code": LAMP, "lat": "40.8426", "long": "111.7492", "description": "路灯不亮"}


def only():
    return Complaint.objects.get()


def test_a_place_code_routes_at_once(georeport):
    georeport.filed(**{"attribute[place_code]": HOME})
    filed = only()
    assert (filed.place.code, filed.needs_place, filed.source) == (HOME, False, Source.OPEN311)
    assert filed.suggested_office is not None


@pytest.mark.parametrize("fields", [{"attribute[place_code]": "150102001000"}, {"address_id": "150102001"}])
def test_a_code_may_carry_its_zeros_or_be_the_address(georeport, fields):
    georeport.filed(**fields)
    assert only().place.code == "150102001"


@pytest.mark.parametrize("where", [{"lat": "40.8426", "long": "111.7492"}, {"address_string": "新城区某路口"}, {"address_id": "A-17"}])
def test_any_location_is_enough(georeport, where):
    answer = georeport.post("requests.json", service_code=LAMP, description="路灯不亮", **where)
    assert answer.status_code == 200
    assert only().needs_place


def test_contact_data_are_sealed(georeport):
    georeport.filed(first_name="三", last_name="张", phone="13800000000", email="zhang@example.org")
    filed = only()
    assert (str(filed.reporter_name), str(filed.reporter_phone)) == ("张**", "138****0000")
    assert "example.org" not in str(vars(filed))
    assert filed.phone_index


def test_what_is_no_telephone_is_kept_sealed(georeport):
    georeport.filed(first_name="john", last_name="smith", phone="111111111")
    assert (str(only().reporter_name), only().reporter_phone) == ("j**", "")


def test_the_receipt_tells_the_query_code_once(georeport, client):
    sent = {**HERE, "attribute[place_code]": HOME}
    notice = georeport.post("requests.json", **sent).json()[0]["service_notice"]
    code = notice.partition("查询码 ")[2][:6]
    assert client.post("/track/", {"number": only().number, "code": code}).status_code == 302


def test_words_of_danger_are_answered_with_the_numbers_to_call(georeport):
    notice = georeport.post("requests.json", **{**HERE, "description": "楼下着火了"}).json()[0]["service_notice"]
    assert "119" in notice


def test_answers_are_kept_in_words(georeport):
    georeport.filed(**{"attribute[pole_number]": "A-12", "attribute[lamp_state]": "day", "attribute[unknown]": "x"})
    assert Submission.objects.get().answers == [["灯杆编号", "A-12"], ["路灯情况", "白天亮"]]


def test_many_answers_to_one_question(georeport):
    georeport.post("requests.json", **{**HERE, "service_code": "0405", "attribute[waste_kind][]": ["home", "bulky"]})
    assert Submission.objects.get().answers == [["垃圾种类", "生活垃圾、大件"]]


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"service_code": ""}, 400, "service_code"), ({"service_code": "9999"}, 404, "9999"), ({"lat": "", "long": ""}, 400, "位置"),
        ({"lat": "40.8", "long": ""}, 400, "long"), ({"lat": "north", "long": "111"}, 400, "lat"),
        ({"lat": "37.765", "long": "-122.42"}, 400, "呼和浩特"), ({"description": "字" * 4001}, 400, "4000"),
        ({"attribute[place_code]": "999999"}, 400, "place_code"), ({"attribute[lamp_state]": "purple"}, 400, "lamp_state"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_filed(georeport, fields, status, told):
    answer = georeport.post("requests.json", **{**HERE, **fields})
    assert answer.status_code == status
    assert told in answer.json()[0]["description"]
    assert not Complaint.objects.exists()


def test_everything_wrong_is_told_at_once(georeport):
    answer = georeport.post("requests.json", service_code=LAMP, lat="x", description="字" * 4001)
    assert len(answer.json()) == 2


def test_what_a_category_must_know_is_asked_for(georeport):
    ServiceAttribute.objects.filter(code="pole_number").update(required=True)
    assert "pole_number" in georeport.post("requests.json", **HERE).json()[0]["description"]


@pytest.mark.parametrize("api_key", ["", "wrong"])
def test_filing_needs_a_key(client, georeport, api_key):
    assert client.post(f"{BASE}/requests.json", {**HERE, "api_key": api_key}).status_code == 403


def test_a_key_for_reading_files_nothing(issued, client):
    assert client.post(f"{BASE}/requests.json", {**HERE, "api_key": issued(scopes=["own"]).plain}).status_code == 403


def test_json_is_not_accepted_as_input(client, key):
    answer = client.post(f"{BASE}/requests.json?api_key={key.plain}", HERE, content_type="application/json")
    assert answer.status_code == 400


def test_a_form_of_another_site_needs_no_token(key, offices):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"{BASE}/requests.json", {**HERE, "api_key": key.plain}).status_code == 200


@pytest.mark.parametrize("mark", [{"headers": {"Idempotency-Key": "k-1"}}, {"device_id": "d", "attribute[client_reference]": "7"}, {}])
def test_the_same_sent_again_is_filed_once(georeport, mark):
    answers = [georeport.post("requests.json", **HERE, **mark).json()[0] for _try in range(3)]
    assert {one["service_request_id"] for one in answers} == {only().number}
    assert answers[0] == answers[1]


def test_a_mark_stands_for_one_request(georeport):
    headers = {"Idempotency-Key": "k-1"}
    georeport.post("requests.json", headers=headers, **HERE)
    assert georeport.post("requests.json", headers=headers, **{**HERE, "description": "另一件"}).status_code == 400


def test_the_mark_of_another_client_is_another_request(georeport, issued, client):
    headers = {"Idempotency-Key": "k-1"}
    georeport.post("requests.json", headers=headers, **HERE)
    client.post(f"{BASE}/requests.json", {**HERE, "api_key": issued().plain}, headers=headers)
    assert Complaint.objects.count() == 2


def test_without_a_mark_the_same_words_an_hour_later_are_another_request(key, lamp, at):
    sent = Received(lamp, None, "路灯不亮", digest_of("x"))
    filed = [file_request(sent, key=key, at=at + timedelta(minutes=minutes)).submission.pk for minutes in (0, 9, 60)]
    assert (len(set(filed)), filed[0]) == (2, filed[1])


def test_a_mark_counts_for_good(key, lamp, at):
    sent = Received(lamp, None, "路灯不亮", digest_of("x"), mark="k")
    file_request(sent, key=key, at=at)
    file_request(sent, key=key, at=at + timedelta(days=300))
    assert Complaint.objects.count() == 1
    with pytest.raises(Refused):
        file_request(Received(lamp, None, "别的", digest_of("y"), mark="k"), key=key, at=at)


def test_two_tries_at_the_same_moment_file_once(lasting):
    key, at, lamp = api_key(), timezone.now(), Category.objects.get(code=LAMP)

    def send(_number):
        try:
            return file_request(Received(lamp, None, "路灯不亮", digest_of("x"), mark="k"), key=key, at=at).submission.pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(send, range(4)))) == 1
    assert Complaint.objects.count() == 1
