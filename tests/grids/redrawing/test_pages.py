"""The forms of a redrawing, and its record."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.people.enums import Role
from grids.mesh.models import Grid
from grids.mesh.permissions import VIEW
from grids.redrawing import services
from grids.redrawing.models import Redrawing
from tests import actors
from tests.grids import makers

LIST = reverse("redrawing_list")


def address(name, grid):
    return reverse(f"redrawing_{name}", args=[grid.code])


@pytest.fixture
def typed(worker):
    parts = (("东片网格", "1号楼至3号楼", 180, worker.acting_post.pk), ("西片网格", "4号楼至6号楼", 220, ""))
    data = {"part-TOTAL_FORMS": 2, "part-INITIAL_FORMS": 2, "day": timezone.localdate().isoformat(), "reason": "新建小区入住。", "heir": 0}
    for number, (name, area, households, post) in enumerate(parts):
        data |= {f"part-{number}-{key}": value for key, value in
                 {"name": name, "area": area, "households": households, "post": post}.items()}  # fmt: skip
    return data


def test_a_clerk_splits_a_grid(signed_in, clerk, grid, typed, report):
    answer = signed_in(clerk).post(address("split", grid), typed, follow=True)
    assert "已转交未办结事件 1 件" in answer.content.decode()
    assert Grid.objects.get(name="东片网格").households == 180
    assert "由此接续" in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"part-1-households": 200}, "少于原网格"),
        ({"part-1-households": ""}, "请填写每个新网格的户数"),
        ({"part-1-name": "东片网格"}, "名称不能相同"),
        ({"part-0-area": "4号楼至6号楼"}, "范围不能相同"),
        ({"day": "2020-01-01"}, "不能早于今天"),
        ({"day": "2126-01-01"}, "请核对年份"),
        ({"reason": ""}, "field-wrong"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(signed_in, clerk, grid, typed, wrong, said):
    answer = signed_in(clerk).post(address("split", grid), {**typed, **wrong})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "4号楼至6号楼" in answer.content.decode()
    assert not Redrawing.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "beside", "said"),
    [
        ({"part-1-name": "东片网格"}, "part-1-name", "新网格的名称不能相同"),
        ({"part-0-area": "4号楼至6号楼"}, "part-1-area", "新网格的范围不能相同"),
        ({"part-1-name": ""}, "part-1-name", "请填写这一项"),
        ({"part-1-households": 200}, "recounted", "少于原网格"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_on_top(signed_in, clerk, grid, typed, wrong, beside, said):
    page = signed_in(clerk).post(address("split", grid), {**typed, **wrong}).content.decode()
    assert "请先更正以下内容" in page
    assert page.count(said) >= 2
    assert f'id="id_{beside}_error"' in page


def test_counted_anew_the_sum_may_differ(signed_in, clerk, grid, typed):
    answer = signed_in(clerk).post(address("split", grid), {**typed, "part-1-households": 300, "recounted": "on"})
    assert answer.status_code == 302


def test_three_parts_can_be_asked_for(signed_in, clerk, grid):
    page = signed_in(clerk).get(address("split", grid), {"parts": 3}).content.decode()
    assert 'name="part-2-name"' in page


def test_a_clerk_merges_two(signed_in, clerk, grid, worker):
    second = makers.grid(serial=2)
    facts = {"others": [second.pk], "name": "联合网格", "area": "全片", "day": timezone.localdate(), "reason": "搬迁后户数不足。"}
    assert signed_in(clerk).post(address("merge", grid), facts).status_code == 302
    assert Grid.objects.get(name="联合网格").households == 800


def test_only_grids_of_the_same_village_are_offered(signed_in, clerk, grid):
    makers.grid(actors.OTHER_VILLAGE, name="邻村网格")
    assert "邻村网格" not in signed_in(clerk).get(address("merge", grid)).content.decode()


def test_a_clerk_closes_one_with_a_successor(signed_in, clerk, grid, report):
    second = makers.grid(serial=2)
    facts = {"heir": second.pk, "day": timezone.localdate(), "reason": "并入邻近网格。"}
    assert signed_in(clerk).post(address("close", grid), facts).status_code == 302
    report.refresh_from_db()
    assert report.grid == second


def test_a_refusal_is_told_in_the_form(signed_in, clerk, grid):
    school = makers.grid(serial=7, kind="dedicated", host="辖区小学", host_kind="school", name="小学专属网格")
    grid.holds.add(school)
    facts = {"heir": "", "day": timezone.localdate(), "reason": "并入邻近网格。"}
    answer = signed_in(clerk).post(address("close", grid), facts)
    assert (answer.status_code, "请选择接续网格" in answer.content.decode()) == (422, True)


def test_the_list_says_what_became_what(signed_in, clerk, grid, at):
    services.merge([grid, makers.grid(serial=2)], name="联合网格", area="全片", day=at.date(), reason="搬迁。", by=clerk, at=at)
    page = signed_in(clerk).get(LIST).content.decode()
    assert all(word in page for word in (grid.name, "联合网格", "搬迁。", "已转交 0 件"))


def test_who_sees_the_record(grid, offices, at):
    services.close(grid, day=at.date(), reason="撤并。", by=None, at=at)
    seeing = [actors.actor(Role.TOWNSHIP_CLERK), actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.AUDITOR)]
    blind = [actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.MEDIATOR)]
    from_list = [Redrawing.objects.visible_to(person, VIEW).exists() for person in seeing + blind]
    assert from_list == [True] * 3 + [False] * 2


def test_the_statements_do_not_grow(signed_in, clerk, db, at):
    client, counts = signed_in(clerk), []
    for serials in (range(1, 2), range(2, 11)):
        for serial in serials:
            services.close(makers.grid(serial=serial), day=at.date(), reason="撤并。", by=clerk, at=at + timedelta(hours=1))
        client.get(LIST)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]
