"""Each report is kept as it was sent, numbered, printed, signed for, and altered by nobody."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from emergencies.incident_reports.enums import Kind
from emergencies.incident_reports.indicators import IN_TIME
from emergencies.incident_reports.models import IncidentReport, ReportReceipt
from emergencies.incident_reports.services import NotYours, sign
from emergencies.incidents.models import Incident
from governance.timeline.models import Event
from tests import actors
from tests.emergencies.incidents import scenes

HOUR = timedelta(hours=1)


@pytest.fixture
def told(handled, fire, at):
    return scenes.told(handled, fire, at + HOUR / 2)


def test_reports_are_numbered_and_say_who_told_whom(told, fire, bureau, at):
    up = scenes.told(told, bureau, at + HOUR, "report_up", course="火势已控制。")
    over = scenes.told(up, fire, at + 2 * HOUR, "follow_up")
    rows = [(one.serial, one.kind, one.office, one.told, one.level) for one in over.reports.order_by("serial")]
    lead, county = fire.acting_post.office, bureau.acting_post.office
    assert rows[0] == (1, Kind.FIRST, lead, county, "county")
    assert [row[:3] for row in rows[1:]] == [(2, Kind.UPWARD, county), (3, Kind.FOLLOW_UP, lead)]
    assert rows[1][4] == "city"
    assert IncidentReport.objects.get(serial=2).number == f"{over.number}-B2"


def test_the_next_one_begins_with_the_words_of_the_last(told, client, bureau):
    actors.sign_in(client, bureau)
    page = client.get(reverse("incidents_take_step", args=[told.number, "report_up"]))
    assert scenes.SIX["measures"] in page.content.decode()


def test_the_database_alters_no_report(told):
    report = IncidentReport.objects.get()
    for change in (lambda: IncidentReport.objects.update(course="另一种说法。"), report.delete):
        with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
            change()
    assert IncidentReport.objects.get().course == scenes.SIX["course"]


def test_the_office_that_was_told_signs_once(told, fire, bureau, at):
    report = IncidentReport.objects.get()
    with pytest.raises(NotYours):
        sign(report, by=fire, at=at + HOUR)
    receipts = [sign(report, by=bureau, at=at + HOUR) for _again in range(2)]
    assert receipts[0] == receipts[1]
    assert (ReportReceipt.objects.count(), Event.objects.of(told).filter(kind="incident_reports.sign").count()) == (1, 1)


def test_what_was_late_is_told(handled, fire, at):
    scenes.told(handled, fire, at + 2 * HOUR)
    report = IncidentReport.objects.get()
    assert (report.was_late, [*IncidentReport.objects.late()]) == (True, [report])
    rows = Incident.objects.get_queryset()
    assert (IN_TIME.rows(rows).count(), IN_TIME.rows(rows, "denominator").count()) == (0, 1)


def test_pages(told, client, bureau, manager):
    actors.sign_in(client, bureau)
    report = IncidentReport.objects.get()
    for address in (reverse("incident_reports_list"), f"{reverse('incident_reports_list')}?show=unsigned", report.get_absolute_url()):
        assert report.number in client.get(address).content.decode()
    assert report.number not in client.get(reverse("incident_reports_list"), {"show": "late"}).content.decode()
    answer = client.post(reverse("incident_reports_sign", args=[told.number, 1]), follow=True)
    assert "已签收" in answer.content.decode()
    for form in ("docx", "pdf"):
        assert client.get(reverse("incident_reports_paper", args=[told.number, 1, form])).status_code == 200
    assert report.number in b"".join(client.get(reverse("incident_reports_export"), {"format": "csv"}).streaming_content).decode()
    actors.sign_in(client, manager)
    assert client.get(report.get_absolute_url()).status_code == 404


def test_the_page_of_the_incident_tells_them(told, client, fire):
    actors.sign_in(client, fire)
    assert "首报（第1号）" in client.get(told.get_absolute_url()).content.decode()
