"""The police's pages of mass events."""

from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.mass_events.enums import Point, Result, State
from emergencies.mass_events.indicators import IN_TIME
from emergencies.mass_events.models import MassEvent
from emergencies.mass_events.sheet import COLUMNS
from governance.cases.indicators import DENOMINATOR
from governance.files.models import Attachment
from governance.flow import engine
from governance.notices.models import Notice
from governance.privacy.models import Opening
from governance.timeline.models import Event
from tests import actors
from tests.emergencies.drills.test_pages import photograph
from tests.emergencies.makers import EVENT, applied

LIST = reverse("mass_events_list")


def statements(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def step(event, name):
    return reverse("mass_events_take_step", args=[event.number, name])


@pytest.fixture
def today(police, city_police):
    """An application of this very hour."""
    return applied(actors.place(actors.TOWNSHIP), timezone.now())


def test_the_page_tells_all_nine_points_and_no_name(today, police, signed_in):
    page = signed_in(police).get(today.get_absolute_url()).content.decode()
    for said in (*(str(point.label) for point in Point), EVENT["organiser"], "说明用途后查看", police.acting_post.office.name):
        assert said in page
    assert EVENT["contact_name"] not in page
    assert EVENT["contact_phone"] not in page


def test_contact_opens_for_a_purpose_and_on_record_and_for_its_police_alone(today, police, clerk, signed_in):
    url = reverse("mass_events_contact", args=[today.number])
    page = signed_in(police).post(url, {"purpose": "contact"}).content.decode()
    assert (EVENT["contact_phone"] in page, EVENT["safety_name"] in page, Opening.objects.count()) == (True, True, 4)
    assert signed_in(clerk).get(url).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"HTTP_HX_REQUEST": "true"}], ids=["plain", "htmx"])
def test_the_way_to_the_permit_can_be_walked(headers, today, police, signed_in):
    client, day = signed_in(police), timezone.localdate().isoformat()
    typed = {
        "accept": {},
        "check": {"checked_on": day, "checkers": "马强、云峰", "result": "passed", "note": "通道畅通，看台牢固。"},
        "permit": {"most_people": 3000, "force": 40, "conditions": "分区入场。\n分批散场。"},
    }
    for name, given in typed.items():
        assert client.get(step(today, name), **headers).status_code == 200, name
        assert client.post(step(today, name), given, **headers).status_code == (200 if headers else 302), name
    assert MassEvent.objects.get().state == State.PERMITTED
    assert "分批散场" in client.get(today.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("given", "name"), [({"most_people": 6000}, "most_people"), ({"most_people": 0}, "most_people"), ({}, "most_people")]
)
def test_a_wrong_size_is_told_beside_its_field(given, name, event, carry, police, signed_in):
    carry(event, "check")
    answer = signed_in(police).post(step(event, "permit"), given)
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, [name])


@pytest.mark.parametrize("checkers", ["马强", "马强、", "马强、马强"])
def test_one_person_alone_does_not_look_at_the_place(checkers, today, police, signed_in):
    client = signed_in(police)
    client.post(step(today, "accept"), {})
    given = {"checked_on": timezone.localdate().isoformat(), "checkers": checkers, "result": "passed", "note": "通道畅通。"}
    answer = client.post(step(today, "check"), given)
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, ["checkers"])


def test_the_timeline_tells_how_the_check_came_out(today, police, signed_in):
    client = signed_in(police)
    client.post(step(today, "accept"), {})
    given = {"checked_on": timezone.localdate().isoformat(), "checkers": "马强、云峰", "result": "to_fix", "note": "看台拥挤。"}
    client.post(step(today, "check"), given)
    assert ["查验结果", str(Result.TO_FIX.label)] in Event.objects.of(today).order_by("sequence").last().data["words"]


def test_the_most_people_are_not_fewer_than_the_log_tells(event, carry, police, signed_in):
    event, moment = carry(event, "permit"), event.starts_at
    given = {"logged_at": moment, "log_kind": "course", "people": 2900}
    event = engine.take(event, "log", by=police, at=moment, note="秩序良好。", **given)
    MassEvent.objects.update(starts_at=timezone.now() - actors.days(1))
    answer = signed_in(police).post(step(event, "end"), {"peak_people": 100})
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, ["peak_people"])


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_decision_is_made_as_a_paper(form, event, carry, police, signed_in):
    carry(event, "permit")
    answer = signed_in(police).get(reverse("mass_events_paper", args=[event.number, form]))
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert answer.content.startswith(b"%PDF" if form == "pdf" else b"PK")


def test_before_it_is_decided_there_is_no_paper(event, police, signed_in):
    assert signed_in(police).get(reverse("mass_events_paper", args=[event.number, "pdf"])).status_code == 404


def test_ten_rows_cost_no_more_statements_than_one(event, clerk, signed_in, at):
    client = signed_in(clerk)
    statements(client, LIST)
    one = statements(client, LIST)
    for number in range(9):
        applied(actors.place(actors.TOWNSHIP), at, title=f"演出{number}")
    assert statements(client, LIST) == one <= 12


def test_the_export_holds_the_filtered_rows_and_no_contact(event, police, signed_in):
    answer = signed_in(police).get(reverse("mass_events_export"))
    rows = [*openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)), read_only=True).active.iter_rows(values_only=True)]
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert EVENT["contact_name"] not in str(rows)


def test_the_filters_say_what_is_coming(event, carry, clerk, signed_in):
    client = signed_in(clerk)
    carry(event, "permit")
    MassEvent.objects.update(starts_at=timezone.now(), ends_at=timezone.now() + actors.days(1))
    found = {state: client.get(LIST, {"state": state}).context["page"].count for state in ("coming", "today", "applied", "permitted")}
    assert found == {"coming": 1, "today": 1, "applied": 0, "permitted": 1}


def test_the_figure_of_decisions_in_time(event, carry):
    rows = MassEvent.objects.all()
    assert IN_TIME.rows(rows, DENOMINATOR).count() == 0
    carry(event, "permit")
    assert (IN_TIME.rows(rows).count(), IN_TIME.rows(rows, DENOMINATOR).count()) == (1, 1)


def test_the_police_hears_of_an_application_and_the_organiser_of_the_decision(event, carry, police, city_police):
    carry(event, "permit")
    told = Notice.objects.filter(rule__startswith="mass_events.").values_list("rule", "recipient", "channel")
    assert {("mass_events.applied", police.pk, "in_app"), ("mass_events.permitted", None, "sms")} <= set(told)
    assert city_police.pk not in {recipient for _rule, recipient, _channel in told}


def test_a_step_of_the_organiser_is_not_taken_at_a_desk(event, police, at):
    with pytest.raises(engine.StepRefused, match="不由工作人员"):
        engine.take(event, "withdraw", by=police, at=at, note="取消。")


def test_photographs_of_a_refused_check_stay_with_the_form(today, police, signed_in):
    client, url = signed_in(police), step(today, "check")
    client.post(step(today, "accept"), {})
    given = {"checked_on": timezone.localdate().isoformat(), "checkers": "马强、云峰", "result": "passed"}
    page = client.post(url, {**given, "photographs": photograph()})
    assert "已经收到的照片" in page.content.decode()
    tokens = [upload.token for upload in page.context["held"]]
    assert client.post(url, {**given, "held": tokens, "note": "通道畅通，看台牢固。"}).status_code == 302
    assert [file.name for file in Attachment.objects.filter(case_number=today.number)] == ["现场.jpg"]
