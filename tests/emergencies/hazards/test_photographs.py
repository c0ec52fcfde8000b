"""The photographs of a grid report are seen with the hazard it became, and by nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from emergencies.hazards.models import Hazard
from governance.files.services import attach
from governance.flow import engine
from governance.people.enums import Role
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.reports.models import Report, ReportKind
from grids.reports.services import file_report
from tests import actors
from tests.emergencies.drills.test_pages import photograph
from tests.grids import makers as grids


@pytest.fixture
def passed_on(offices, at):
    """A grid report with a photograph that became a hazard; one taken later stays behind."""
    worker, grid = actors.actor(Role.GRID_WORKER), grids.grid()
    assign(grid, worker.acting_post, Duty.RESPONSIBLE, by=None, at=at)
    facts = {"grid": grid, "kind": ReportKind.objects.get(code="hazard"), "description": "地下室存放液化气罐，有漏气。"}
    report = file_report(at=at, by=worker, **facts)
    kept = attach(report, photograph(), by=worker, at=at)
    report = engine.take(report, "hand_to_hazard", by=worker, at=at, note="须专业单位处置。")
    later = attach(report, photograph(), by=worker, at=at + timedelta(hours=1))
    return report, Hazard.objects.get(), kept, later


def test_the_photographs_of_a_report_are_seen_with_the_hazard(passed_on, offices, at, signed_in):
    report, hazard, kept, later = passed_on
    bureau = actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency")
    Hazard.objects.filter(pk=hazard.pk).update(office_ids=[bureau.acting_post.office_id])
    client, address = signed_in(bureau), reverse("attachment", args=[kept.pk])
    assert not Report.objects.visible_to(bureau, Report.view_capability).exists()
    page = client.get(hazard.get_absolute_url()).content.decode()
    assert (address in page, reverse("attachment", args=[later.pk]) in page) == (True, False)
    assert [client.get(reverse("attachment", args=[one.pk])).status_code for one in (kept, later)] == [200, 404]
    assert signed_in(actors.actor(Role.DEPARTMENT_HANDLER, trade="health")).get(address).status_code == 404


def test_whom_the_report_keeps_out_sees_no_file_through_the_hazard(passed_on, at, signed_in):
    report, hazard, kept, _later = passed_on
    clerk = actors.actor(Role.TOWNSHIP_CLERK)
    address = reverse("attachment", args=[kept.pk])
    assert signed_in(clerk).get(address).status_code == 200
    Report.objects.filter(pk=report.pk).update(barred_people=[clerk.pk])
    assert address not in signed_in(clerk).get(hazard.get_absolute_url()).content.decode()
    assert signed_in(clerk).get(address).status_code == 404


def test_the_files_of_other_procedures_stay_where_they_are(passed_on, at, signed_in, monkeypatch):
    _report, hazard, kept, _later = passed_on
    monkeypatch.setattr(Report, "files_travel", False)
    bureau = actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency")
    Hazard.objects.filter(pk=hazard.pk).update(office_ids=[bureau.acting_post.office_id])
    client = signed_in(bureau)
    assert reverse("attachment", args=[kept.pk]) not in client.get(hazard.get_absolute_url()).content.decode()
    assert client.get(reverse("attachment", args=[kept.pk])).status_code == 404
