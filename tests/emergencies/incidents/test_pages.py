"""Every page of incidents once: who may, what it says, and that wrong input is told beside its field."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.incidents.models import Incident
from emergencies.incidents.public.services import report_by_public
from emergencies.incidents.public.telling import told
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import Role
from governance.web.guard.challenge import WORDS, proof
from tests import actors
from tests.emergencies.incidents import scenes


def seen(client, user, name, *args, **query):
    actors.sign_in(client, user)
    return client.get(reverse(name, args=args), query)


def statements(client):
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("incidents_list"))
    return len(asked)


def typed(**facts):
    now = timezone.localtime() - timedelta(minutes=5)
    return {
        "submission": uuid4(), "kind": scenes.kind().pk, "description": scenes.DESCRIPTION, "landmark": "新华路8号",
        "occurred_at": now.strftime("%Y-%m-%dT%H:%M"), "source": "119", "source_number": "119-7", "dead": 0, "missing": 1,
        "badly_hurt": 0, "lightly_hurt": 2, "ill": 0, "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
        "place_village": actors.VILLAGE, **facts,
    }  # fmt: skip


def test_what_was_told_is_taken_down_once(client, clerk, fire, offices):
    actors.sign_in(client, clerk)
    data = typed()
    for _again in range(2):
        answer = client.post(reverse("incidents_create"), data)
        incident = Incident.objects.get()
        assert answer.headers["Location"] == incident.get_absolute_url()
    assert (incident.missing, incident.source, incident.place.code) == (1, "119", actors.VILLAGE)


def test_wrong_input_is_told_beside_its_field_and_nothing_is_lost(client, clerk, fire):
    actors.sign_in(client, clerk)
    later = (timezone.localtime() + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M")
    answer = client.post(reverse("incidents_create"), typed(occurred_at=later, phone="12", dead=-1))
    assert answer.status_code == 422
    assert {"occurred_at", "phone", "dead"} <= answer.context["form"].errors.keys()
    assert "新华路8号" in answer.content.decode()


def test_a_site_takes_down_what_happened_at_its_own(client, manager, fire):
    actors.sign_in(client, manager)
    client.post(reverse("incidents_create"), typed())
    incident = Incident.objects.get()
    assert (incident.site, incident.source) == (manager.acting_post.office, "site")
    assert client.get(incident.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("page", ["incidents_list", "incidents_map", "incidents_grades", "incidents_create"])
def test_pages_open(page, client, handled, clerk):
    answer = seen(client, clerk, page)
    assert answer.status_code == 200


def test_the_case_tells_what_is_known_and_hides_who_called(client, reporting, fire, clerk, at):
    incident = scenes.verified(reporting(name="张三", phone="13800000000", dead=1), fire, at)
    page = seen(client, fire, "incidents_detail", incident.number).content.decode()
    assert [word for word in ("死亡（人）", "说明用途后查看", "13800000000") if word in page] == ["死亡（人）", "说明用途后查看"]
    assert "说明用途后查看" not in seen(client, clerk, "incidents_detail", incident.number).content.decode()
    actors.sign_in(client, fire)
    asked = {"purpose": "contact", "reason": "核实情况"}
    assert "13800000000" in client.post(reverse("incidents_contact", args=[incident.number]), asked).content.decode()


def test_a_report_begins_with_what_is_known(client, handled, fire):
    page = seen(client, fire, "incidents_take_step", handled.number, "first_report")
    assert scenes.DESCRIPTION in page.content.decode()
    answer = client.post(reverse("incidents_take_step", args=[handled.number, "first_report"]), {**scenes.SIX, "course": ""})
    assert answer.status_code == 422
    assert "course" in answer.context["form"].errors


def test_each_step_has_its_form(client, handled, fire, centre, at):
    told = scenes.told(handled, fire, at)
    for person, steps in (
        (fire, ("follow_up", "update_figures", "judge_grade", "reclassify", "transfer", "merge", "end")),
        (centre, ("raise_response", "set_up_command", "remind")),
    ):
        for step in steps:
            assert seen(client, person, "incidents_take_step", told.number, step).status_code == 200, step


def test_an_outbreak_shows_measures_and_counts(client, reporting, at):
    health = actors.actor(Role.DEPARTMENT_HANDLER, trade="health")
    incident = scenes.verified(reporting(kind_code="infectious"), health, at)
    engine.take(incident, "take_measure", by=health, at=at, note="教室终末消毒。", measure="disinfection", measure_until=None)
    for step in ("take_measure", "count_cases", "lift_measure"):
        assert seen(client, health, "incidents_take_step", incident.number, step).status_code == 200
    page = seen(client, health, "incidents_detail", incident.number).content.decode()
    assert "教室终末消毒。" in page
    assert "还没有统计" in page


def test_the_list_asks_as_often_for_ten_as_for_one(client, reporting, clerk):
    reporting()
    actors.sign_in(client, clerk)
    client.get(reverse("incidents_list"))
    one = statements(client)
    for _n in range(9):
        reporting()
    assert statements(client) == one


def test_the_export_has_no_contact(client, reporting, clerk):
    reporting(name="张三", phone="13800000000")
    actors.sign_in(client, clerk)
    text = b"".join(client.get(reverse("incidents_export"), {"format": "csv"}).streaming_content).decode("utf-8-sig")
    assert "火灾" in text
    assert not any(word in text for word in ("张三", "1380000"))


def test_a_passer_by_reports_and_takes_it_back(client, fire, offices):
    mark = uuid4()
    told = {"submission": mark, "description": "路口两车追尾，有人受伤，已打122。", "landmark": "新华路口", "challenge_token": proof(WORDS)}
    place = {"place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}
    assert client.post(reverse("report_incident"), {**told, **place, "description": "撞"}).status_code == 422
    told["challenge_token"] = proof(WORDS)
    page = client.post(reverse("report_incident"), {**told, **place}, follow=True).content.decode()
    incident = Incident.objects.get()
    assert (incident.source, incident.kind.code, incident.number in page) == ("public", "traffic", True)
    assert client.post(reverse("report_incident"), {**told, **place}).status_code == 303
    assert Incident.objects.count() == 1
    assert "正在核实" in client.get(reverse("incident_tracked", args=[incident.number])).content.decode()
    client.post(reverse("withdraw_incident", args=[incident.number]), {"note": "已处理完。"})
    assert Incident.objects.get().state == "dismissed"


def test_what_was_taken_back_is_not_called_untrue(fire, at):
    incident, _code = report_by_public(at=at, place=actors.place(actors.VILLAGE), kind=scenes.kind(), description=scenes.DESCRIPTION)
    incident = engine.take(incident, "withdraw", by=RESIDENT, at=at, note="看错了。")
    shown = told(incident)
    assert (shown["words"], shown["phases"][-1]["label"]) == ("您已经撤回这份报告。", "已撤回")
