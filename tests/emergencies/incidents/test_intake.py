"""What other procedures hand over becomes an incident: a grid report, a complaint to the hotline."""

import pytest

from emergencies.incidents.enums import Source, State
from emergencies.incidents.models import Incident
from governance.cases.models import Handover
from governance.flow import engine
from governance.people.enums import Role
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.reports.models import ReportKind
from grids.reports.services import file_report
from tests import actors
from tests.grids import makers as grids


def test_a_grid_report_becomes_an_incident_of_the_kind_it_speaks_of(fire, at):
    worker, grid = actors.actor(Role.GRID_WORKER), grids.grid()
    assign(grid, worker.acting_post, Duty.RESPONSIBLE, by=None, at=at)
    facts = {"grid": grid, "kind": ReportKind.objects.get(code="fire"), "description": "楼道里电动车着火，浓烟很大。"}
    report = file_report(at=at, by=worker, **facts)
    ended = engine.take(report, "hand_to_incident", by=worker, at=at, note="已打119。")
    incident = Incident.objects.get()
    assert (ended.state, incident.source, incident.kind.code, incident.state) == ("handed_over", Source.GRID, "fire", State.REGISTERED)
    assert (incident.office, Handover.objects.get().target) == (fire.acting_post.office, incident)


def test_a_call_to_the_hotline_opens_one_incident_and_goes_on(complaint, fire, operator, at):
    held = engine.take(complaint, "open_incident", by=operator, at=at, note="烧烤店后厨起火，有人被困。")
    incident = Incident.objects.get()
    assert (held.state, incident.source, incident.source_number) == (complaint.state, Source.HOTLINE, complaint.number)
    assert not incident.has_contact
    with pytest.raises(engine.StepRefused, match="已经登记"):
        engine.take(held, "open_incident", by=operator, at=at, note="再次登记。")
