"""The pages of what is exchanged with other cities."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.exchanges import rules
from emergencies.exchanges.models import Exchange
from emergencies.exchanges.views import beside_incident
from emergencies.incidents.models import Incident
from governance.files.rules import JSON
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.cooperation.makers import partner
from tests.emergencies.exchanges.makers import heard, shared
from tests.emergencies.incidents.scenes import reported

LIST, RECEIVE = reverse("exchanges_list"), reverse("exchanges_receive")


@pytest.fixture
def officer(client, offices):
    person = actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP)
    actors.sign_in(client, person)
    return person


@pytest.fixture
def incident(officer, at):
    return reported(at, officer)


def upload(content, name="通报.json"):
    raw = content if isinstance(content, bytes) else rules.written(content).encode()
    return {"file": SimpleUploadedFile(name, raw, "application/json"), "place": actors.place(actors.COUNTY).pk}


def test_an_incident_is_told_and_the_answer_written_down_once(client, officer, incident):
    answer = client.post(reverse("exchanges_share", args=[incident.number]), {"partner": partner().pk, "request": "请协查。"})
    exchange = Exchange.objects.get()
    assert answer["Location"] == exchange.get_absolute_url()
    for text in ("电话确认收到。", "再次确认。"):
        client.post(reverse("exchanges_answer", args=[exchange.pk]), {"answer": text})
    exchange.refresh_from_db()
    assert (exchange.answer, exchange.answered_by) == ("电话确认收到。", officer)
    page = client.get(exchange.get_absolute_url()).content.decode()
    assert exchange.checksum in page
    assert exchange.spoken_checksum in page


def test_the_file_and_its_letter_can_be_fetched(client, incident, officer, at):
    exchange = shared(incident, officer, at)
    raw = client.get(reverse("exchanges_file", args=[exchange.pk])).content
    assert rules.read(raw)["checksum"] == exchange.checksum
    for form in ("pdf", "docx"):
        assert client.get(reverse("exchanges_paper", args=[exchange.pk, form])).status_code == 200


def test_a_file_is_read_in_and_known_again(client, officer):
    content = heard(timezone.now())
    told = [client.post(RECEIVE, upload(content), follow=True).content.decode() for _again in range(2)]
    assert "已登记为突发事件" in told[0]
    assert "已经接收过" in told[1]
    assert (Incident.objects.get().source, Exchange.objects.count()) == ("other_city", 1)


@pytest.mark.parametrize("content", [b"no", b"x" * (JSON.limit + 1), heard(timezone.now(), title="")])
def test_what_cannot_be_read_is_told_beside_the_file(client, officer, content):
    answer = client.post(RECEIVE, upload(content))
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, ["file"])


def test_a_file_that_can_be_read_stays_until_the_place_is_chosen(client, officer):
    chosen = upload(heard(timezone.now()))
    refused = client.post(RECEIVE, {"file": chosen["file"]})
    held = refused.context["form"]["held_file"].value()
    assert (refused.status_code, len(held), "已收到“通报.json”" in refused.content.decode()) == (422, 1, True)
    taken = client.post(RECEIVE, {"held_file": held, "place": chosen["place"]}, follow=True)
    assert ("已登记为突发事件" in taken.content.decode(), Incident.objects.count()) == (True, 1)


def test_other_words_under_a_known_serial_are_told(client, officer):
    client.post(RECEIVE, upload(heard(timezone.now())))
    answer = client.post(RECEIVE, upload(heard(timezone.now(), title="另一起")))
    assert "内容不同" in answer.content.decode()


def test_without_a_file_or_a_place_both_are_asked_for(client, officer):
    assert [*client.post(RECEIVE, {}).context["form"].errors] == ["file", "place"]


def test_who_does_not_see_the_incident_sees_no_file(client, incident, officer, at):
    exchange = shared(incident, officer, at)
    actors.sign_in(client, actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY))
    assert client.get(exchange.get_absolute_url()).status_code == 404
    assert incident.number not in client.get(LIST).content.decode()


def test_the_incident_shows_its_files_and_the_ways_on(client, incident, officer, at):
    shared(incident, officer, at)
    page = client.get(incident.get_absolute_url()).content.decode()
    assert "包头市 · 第 1 次" in page
    assert reverse("exchanges_share", args=[incident.number]) in page
    assert f"{reverse('cooperation_create')}?incident={incident.number}" in page


def test_the_list_asks_as_much_for_ten_as_for_one(client, incident, officer, at):
    def statements(query=""):
        with CaptureQueriesContext(connection) as caught:
            assert client.get(LIST + query).status_code == 200
        return len(caught)

    shared(incident, officer, at)
    statements()
    for_one = statements()
    for _more in range(9):
        shared(incident, officer, at)
    assert statements() == for_one
    assert statements(f"?direction=sent&partner={partner().pk}") <= for_one + 1


def test_the_command_board_tells_what_was_exchanged(incident, officer, at):
    exchange = shared(incident, officer, at)
    found = beside_incident(incident, by=officer)
    share_url = reverse("exchanges_share", args=[incident.number])
    assert found["rows"] == [("包头市（第1次）", exchange.get_absolute_url(), ("active", "发出"))]
    assert found["link"] == ("向协作城市通报", share_url)
    assert beside_incident(incident, by=actors.actor(Role.GRID_WORKER)) is None
