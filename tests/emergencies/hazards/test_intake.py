"""What other procedures hand over becomes a hazard: a grid report, a complaint, the yearly check of a danger source."""

from datetime import timedelta

import pytest

from emergencies.danger_sources.models import Substance
from emergencies.danger_sources.services import declare
from emergencies.hazards.enums import Source, State
from emergencies.hazards.models import Hazard, Sector
from emergencies.hazards.rules import sector_of
from emergencies.hazards.services import sector_entries
from governance.cases.models import Handover
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.reports.models import ReportKind
from grids.reports.services import file_report
from tests import actors
from tests.grids import makers as grids


def test_a_grid_report_becomes_a_hazard_of_the_sector_it_speaks_of(offices, at):
    worker, grid = actors.actor(Role.GRID_WORKER), grids.grid()
    assign(grid, worker.acting_post, Duty.RESPONSIBLE, by=None, at=at)
    facts = {"grid": grid, "kind": ReportKind.objects.get(code="hazard"), "description": "地下室存放液化气罐，有漏气。"}
    report = file_report(at=at, by=worker, **facts)
    ended = engine.take(report, "hand_to_hazard", by=worker, at=at, note="须专业单位处置。")
    hazard = Hazard.objects.get()
    assert (ended.state, hazard.source, hazard.sector.code, hazard.state) == ("handed_over", Source.GRID, "gas", State.REPORTED)
    assert hazard.office == offices[OfficeType.TOWNSHIP, actors.TOWNSHIP]
    assert Handover.objects.get().target == hazard


def test_a_complaint_opens_one_hazard_and_goes_on(complaint, clerk, operator, at, fresh):
    for name, by, given in (
        ("classify", operator, {"kind": complaint.kind, "category": complaint.category, "urgency": "normal"}),
        ("dispatch", operator, {"office": clerk.acting_post.office}),
        ("sign", clerk, {}),
    ):
        complaint = engine.take(complaint, name, by=by, at=at, **given)
    handled = engine.take(complaint, "open_hazard", by=clerk, at=at, note="烧烤店气瓶放在过道，软管老化。")
    hazard = Hazard.objects.get()
    assert (handled.state, hazard.source, hazard.sector.code, hazard.has_contact) == ("signed", Source.HOTLINE, "gas", False)
    with pytest.raises(engine.StepRefused, match="已经登记"):
        engine.take(handled, "open_hazard", by=clerk, at=at, note="再次登记。")


def test_what_a_yearly_check_found_is_a_hazard_of_the_site(bureau, site, manager, at):
    kept = [{"substance": Substance.objects.get(code="lpg"), "quantity": 120}]
    facts = {"title": "储配站", "unit": "罐区", "landmark": "迎宾路", "exposed": 40, "manager": "赵", "work_phone": "0471-1234567"}
    source = declare(at=at, by=manager, place=site.place, site=site, kept=kept, **facts)
    filed = engine.take(source, "file", by=bureau, at=at + timedelta(days=1))
    found = {"result": "problems", "photographs": [], "note": "安全阀校验过期。"}
    engine.take(filed, "check", by=bureau, at=at + timedelta(days=200), **found)
    hazard = Hazard.objects.get()
    assert (hazard.site, hazard.office, hazard.sector.code) == (site, bureau.acting_post.office, "chemicals")


@pytest.mark.parametrize(
    ("text", "code"),
    [("楼道里给电瓶车飞线充电", "fire"), ("电梯急停两次", "equipment"), ("工地基坑没有护栏", "construction"), ("有点危险", "other")],
)
def test_the_sector_follows_from_the_words(text, code, db):
    assert sector_of(text, sector_entries()) == code
    assert Sector.objects.filter(code=code).exists()
