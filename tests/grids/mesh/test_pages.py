"""The pages of the register: found, made, changed, served."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.people.enums import Role
from grids.mesh.models import Assignment, Grid, HouseholdRange
from tests import actors
from tests.grids import makers

LIST, CREATE = reverse("mesh_list"), reverse("mesh_create")
TRIANGLE = '{"type": "Polygon", "coordinates": [[[111.6, 40.8], [111.7, 40.8], [111.7, 40.9], [111.6, 40.8]]]}'
TYPED = {
    "kind": "base", "name": "西片网格", "area": "7号楼至12号楼", "households": "360", "residents": "980",
    "supervision_phone": "0471-12345678", "active_from": "2026-01-01", "place_county": actors.COUNTY,
    "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE,
}  # fmt: skip


def page_of(grid, name="detail", *more):
    return reverse(f"mesh_{name}", args=[grid.code, *more])


def codes(answer):
    return {row["grid"].code for row in answer.context["rows"]}


def test_the_list_names_worker_and_hint(signed_in, clerk, worker, grid):
    makers.grid(serial=2, households=120)
    page = signed_in(clerk).get(LIST).content.decode()
    assert all(word in page for word in ("孙宏伟", "户数偏少", "待指定网格员", "300–500", "B 类来源"))


@pytest.mark.parametrize(
    ("query", "serials"), [({"hint": "few"}, {2}), ({"hint": "many"}, {3}), ({"hint": "unserved"}, {2, 3}), ({"q": "第2"}, {2}),
                           ({"place": actors.OTHER_VILLAGE}, set()), ({"standing": "ended"}, set()), ({"kind": "base"}, {1, 2, 3})],
)  # fmt: skip
def test_the_filter_finds(signed_in, clerk, worker, grid, query, serials):
    makers.grid(serial=2, households=120)
    makers.grid(serial=3, households=620)
    assert codes(signed_in(clerk).get(LIST, query)) == {f"{actors.VILLAGE}{serial:03d}" for serial in serials}


def test_the_own_place_is_all_there_is_to_see(signed_in, clerk, worker, grid):
    answer = signed_in(clerk).get(LIST, {"place": actors.TOWNSHIP, "hint": "unserved"})
    assert answer.context["form"].errors == {}
    assert codes(answer) == set()
    assert codes(signed_in(clerk).get(LIST, {"place": actors.TOWNSHIP})) == {grid.code}


def test_a_worker_finds_the_own_grids(signed_in, worker, grid):
    makers.grid(serial=2)
    assert codes(signed_in(worker).get(LIST, {"served": "mine"})) == {grid.code}


def test_the_statements_do_not_grow_with_the_rows(signed_in, clerk, worker, grid):
    client, counts = signed_in(clerk), []
    for serials in (range(2, 3), range(3, 12)):
        for serial in serials:
            makers.grid(serial=serial)
        client.get(LIST)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_a_clerk_makes_a_grid(signed_in, clerk, grid):
    answer = signed_in(clerk).post(CREATE, TYPED)
    made = Grid.objects.get(name="西片网格")
    assert (answer.status_code, answer["Location"]) == (302, made.get_absolute_url())
    assert (made.code, made.place_path) == (f"{actors.VILLAGE}002", f"{actors.VILLAGE}002")
    assert made.changes.get().by == clerk


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"supervision_phone": "电话"}, "supervision_phone", "电话号码不正确"),
        ({"place_village": ""}, "place", "请选到村（社区）"),
        ({"kind": "dedicated"}, "host", "请填写所在单位"),
        ({"host": "农贸市场"}, "host", "基础网格没有所在单位"),
        ({"boundary": "{"}, "boundary", "不是有效的 GeoJSON"),
        ({"boundary": '{"type": "Point"}'}, "boundary", "Polygon"),
        ({"latitude": "80", "longitude": "111"}, "latitude", "呼和浩特市范围内"),
        ({"latitude": "40.8"}, "longitude", "一并填写"),
        ({"boundary": TRIANGLE}, "boundary_source", "来源"),
        ({"active_from": "2126-01-01"}, "active_from", "请核对年份"),
        ({"name": ""}, "name", ""),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(signed_in, clerk, db, wrong, field, said):
    answer = signed_in(clerk).post(CREATE, {**TYPED, **wrong})
    assert answer.status_code == 422
    assert said in str(answer.context["form"].errors[field])
    assert "7号楼至12号楼" in answer.content.decode()
    assert not Grid.objects.exists()


def test_no_grid_is_made_in_the_next_township(signed_in, clerk, db):
    elsewhere = {**TYPED, "place_township": actors.OTHER_TOWNSHIP, "place_village": f"{actors.OTHER_TOWNSHIP}001"}
    assert signed_in(clerk).post(CREATE, elsewhere).status_code == 422


def test_a_change_is_written_down(signed_in, clerk, grid):
    client = signed_in(clerk)
    facts = {name: TYPED[name] for name in ("name", "area", "residents", "supervision_phone", "active_from")}
    assert client.post(page_of(grid, "edit"), {**facts, "households": "410"}).status_code == 302
    grid.refresh_from_db()
    assert (grid.name, grid.households) == ("西片网格", 410)
    assert "户数" in grid.changes.get().label
    assert "西片网格" in client.get(page_of(grid)).content.decode()


def test_a_worker_is_assigned_and_let_go(signed_in, clerk, grid, offices):
    client, worker = signed_in(clerk), actors.actor(Role.GRID_WORKER)
    client.post(page_of(grid, "assign"), {"post": worker.acting_post.pk, "duty": "responsible"})
    one = Assignment.objects.standing().get()
    assert (one.post, one.by) == (worker.acting_post, clerk)
    assert client.get(page_of(grid, "dismiss", one.pk)).status_code == 200
    client.post(page_of(grid, "dismiss", one.pk))
    assert not Assignment.objects.standing().exists()
    assert "以前的网格员" in client.get(page_of(grid)).content.decode()


def test_the_same_duty_twice_is_refused_with_a_word(signed_in, clerk, worker, grid):
    answer = signed_in(clerk).post(page_of(grid, "assign"), {"post": worker.acting_post.pk, "duty": "responsible"})
    assert answer.status_code == 422
    assert "已经承担这项分工" in answer.content.decode()


def test_who_only_reads_is_offered_nothing_to_change(signed_in, worker, grid):
    page = signed_in(worker).get(page_of(grid)).content.decode()
    assert reverse("mesh_edit", args=[grid.code]) not in page
    assert reverse("mesh_assign", args=[grid.code]) not in page


def test_the_usual_size_is_data(signed_in, clerk, grid):
    client = signed_in(actors.actor(Role.ADMINISTRATOR))
    address = reverse("mesh_usual_size")
    assert client.post(address, {"least": "500", "most": "300", "citation": "试行"}).status_code == 422
    assert client.post(address, {"least": "450", "most": "600", "citation": "市网格化标准"}).status_code == 302
    assert HouseholdRange.objects.get().least == 450
    assert "户数偏少" in signed_in(clerk).get(page_of(grid)).content.decode()


def test_the_register_is_exported(signed_in, clerk, worker, grid):
    answer = signed_in(clerk).get(reverse("mesh_export"))
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_the_form_says_how_many_grids_a_worker_has(signed_in, clerk, worker, grid):
    assert "已负责 1 个网格" in signed_in(clerk).get(page_of(makers.grid(serial=2))).content.decode()


def test_a_dedicated_grid_names_the_grids_it_lies_in(signed_in, clerk, grid):
    school = makers.grid(serial=7, kind="dedicated", host="辖区小学", host_kind="school", name="小学专属网格")
    facts = {name: TYPED[name] for name in ("name", "area", "supervision_phone", "active_from")}
    typed = {**facts, "host": "辖区小学", "host_kind": "school", "inside": [grid.pk]}
    assert signed_in(clerk).post(page_of(school, "edit"), typed).status_code == 302
    assert list(grid.holds.all()) == [school]
    assert "内有专属网格" in signed_in(clerk).get(page_of(grid)).content.decode()


def test_boundaries_that_lie_on_one_another_are_hinted_at(signed_in, clerk, grid):
    second, outline = makers.grid(serial=2), json.loads(TRIANGLE)
    Grid.objects.filter(pk__in=[grid.pk, second.pk]).update(boundary=outline, boundary_source="街道勾画")
    page = signed_in(clerk).get(page_of(grid)).content.decode()
    assert all(word in page for word in ("边界重叠", second.name, "100"))
