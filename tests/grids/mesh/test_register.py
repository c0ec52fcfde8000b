"""The register: codes are given once, a grid has one responsible worker, a worker may serve several."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from governance.access.grants import end_post
from governance.people.enums import Role
from governance.places.models import Place
from grids.mesh import services
from grids.mesh.enums import Duty
from grids.mesh.models import Assignment, Grid
from grids.mesh.permissions import VIEW
from tests import actors
from tests.grids import makers

FACTS = {"name": "东片网格", "area": "1号楼至6号楼", "supervision_phone": "0471-12345678", "active_from": date(2026, 1, 1)}


def new(at, kind="base", **facts):
    return services.create_grid(place=actors.place(actors.VILLAGE), kind=kind, by=None, at=at, **{**FACTS, **facts})


def test_codes_continue_that_of_the_village(db, at):
    assert [new(at).code for _ in range(2)] == [f"{actors.VILLAGE}001", f"{actors.VILLAGE}002"]


def test_dedicated_grids_have_a_series_of_their_own(db, at):
    new(at)
    assert new(at, kind="dedicated", host="农贸市场").code == f"Z{actors.VILLAGE}001"


def test_a_base_grid_has_no_host_and_a_dedicated_one_always(db, at):
    for facts in ({"kind": "base", "host": "农贸市场"}, {"kind": "dedicated"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            new(at, **facts)


def test_a_new_responsible_worker_takes_the_place_of_the_one_before(worker, grid, at):
    successor = actors.actor(Role.GRID_WORKER)
    services.assign(grid, successor.acting_post, Duty.RESPONSIBLE, by=None, at=at + timedelta(days=1))
    assert [one.post.user for one in Assignment.objects.standing().responsible()] == [successor]
    assert Assignment.objects.get(post__user=worker).ends == at + timedelta(days=1)


def test_the_database_holds_one_responsible_worker(worker, grid, at):
    other = actors.actor(Role.GRID_WORKER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.create(grid=grid, post=other.acting_post, duty=Duty.RESPONSIBLE, begins=at)


def test_a_worker_may_serve_several_grids(worker, grid, at):
    second = makers.grid(serial=2)
    services.assign(second, worker.acting_post, Duty.RESPONSIBLE, by=None, at=at)
    assert set(Grid.objects.served_by(worker, at)) == {grid, second}


def test_a_responsible_worker_can_become_deputy(worker, grid, at):
    services.assign(grid, worker.acting_post, Duty.DEPUTY, by=None, at=at + timedelta(hours=1))
    assert list(Assignment.objects.standing().values_list("duty", flat=True)) == [Duty.DEPUTY]


@pytest.mark.parametrize("role", [Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK])
def test_who_is_no_grid_worker_of_the_village_serves_no_grid(grid, offices, role, at):
    with pytest.raises(services.MeshRefused, match="在任的网格员"):
        services.assign(grid, actors.actor(role).acting_post, Duty.DEPUTY, by=None, at=at)


def test_a_worker_of_the_next_village_serves_none_here(grid, offices, at):
    with pytest.raises(services.MeshRefused):
        services.assign(grid, actors.actor(Role.GRID_WORKER, actors.OTHER_VILLAGE).acting_post, Duty.DEPUTY, by=None, at=at)


def test_with_the_post_ends_the_service(worker, grid, at):
    end_post(worker.acting_post, at=at + timedelta(days=1))
    later = timezone.now() + timedelta(days=800)
    assert grid in Grid.objects.unserved(later)


def test_a_grid_is_seen_by_its_line_of_offices_and_by_no_neighbour(grid, offices):
    seeing = [actors.actor(role) for role in (Role.GRID_WORKER, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.AUDITOR)]
    blind = [actors.actor(Role.GRID_WORKER, actors.OTHER_VILLAGE), actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP),
             actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.MEDIATOR), actors.actor(Role.HOTLINE_OPERATOR)]  # fmt: skip
    assert [Grid.objects.visible_to(person, VIEW).exists() for person in seeing] == [True] * 5
    assert [Grid.objects.visible_to(person, VIEW).exists() for person in blind] == [False] * 5


def test_a_village_without_a_base_grid_is_noticed(grid, at):
    places = Place.objects.below(actors.TOWNSHIP)
    gaps = services.villages_without_grid(places, day=at.date())
    assert actors.place(actors.VILLAGE) not in gaps
    assert actors.place(actors.OTHER_VILLAGE) in gaps
    assert not gaps.filter(nature="virtual").exists()


def test_ending_twice_changes_nothing(worker, grid, at):
    one = Assignment.objects.get()
    for days in (1, 2):
        services.end_assignment(one, by=None, at=at + timedelta(days=days))
    assert Assignment.objects.get().ends == at + timedelta(days=1)
