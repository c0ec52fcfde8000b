"""A grid is redrawn: its routes, plans and waiting patrols go on in the heir; what was walked stays where it was walked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from governance.people.enums import Role
from governance.timeline.models import Event
from grids.mesh.enums import Duty
from grids.mesh.services import MeshRefused, assign
from grids.patrols.models import Patrol, Plan, Route
from grids.patrols.services import open_due
from grids.redrawing.services import close, merge
from tests import actors
from tests.grids import makers


@pytest.fixture
def heir(db, at):
    """The grid beside it, of another worker."""
    beside = makers.grid(serial=2)
    assign(beside, actors.actor(Role.GRID_WORKER, name="邻格网格员").acting_post, Duty.RESPONSIBLE, by=None, at=at - timedelta(days=9))
    return beside


def facts(clerk, at):
    return {"day": timezone.localdate(at), "reason": "楼栋拆并。", "by": clerk, "at": at}


def test_what_waits_goes_on_with_the_heir_s_worker(patrol, heir, township, at):
    close(patrol.grid, heir=heir, **facts(township, at))
    moved = Patrol.objects.get()
    assert (moved.grid, moved.worker.name) == (heir, "邻格网格员")
    assert Event.objects.of(moved).last().kind == "patrols.moved"
    assert {*Route.objects.values_list("grid", "place_path"), *Plan.objects.values_list("route__grid", "place_path")} == {
        (heir.pk, heir.place_path)
    }


def test_the_next_patrol_is_made_in_the_heir(patrol, heir, township, at):
    whole = merge([patrol.grid, heir], name="东片网格", area="1号楼至9号楼", **facts(township, at)).heir
    assert open_due(at=at + timedelta(days=7)) == 1
    assert {*Patrol.objects.values_list("grid", flat=True)} == {whole.pk}


def test_a_grid_with_running_plans_is_not_closed_without_an_heir(patrol, township, at):
    with pytest.raises(MeshRefused, match="1 项巡查计划"):
        close(patrol.grid, **facts(township, at))
