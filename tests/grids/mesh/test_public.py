"""Find my grid worker: in one step from the home page, without signing in, and nothing but what is public."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from grids.mesh.services import change_grid
from tests import actors
from tests.grids import makers

FIND, HERE_PAGE = reverse("find_grid"), reverse("grid_here")
HERE = {"place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}


def test_the_home_page_leads_there(client, db):
    assert f'href="{FIND}"' in client.get(reverse("home")).content.decode()


def test_the_card_shows_grid_area_worker_and_both_telephones(client, worker, grid):
    worker.work_phone = "0471-0123456"
    worker.save(update_fields=["work_phone"])
    page = client.get(FIND, HERE).content.decode()
    assert all(word in page for word in (grid.name, grid.area, "孙宏伟", "0471-0123456", grid.supervision_phone))


def test_nothing_else_is_told(client, worker, grid):
    page = client.get(FIND, HERE).content.decode()
    assert worker.username not in page
    assert "1100" not in page


def test_the_next_level_appears_without_script(client, db):
    page = client.get(FIND, {"place_county": actors.COUNTY, "choose_place": "1"}).content.decode()
    assert 'name="place_township"' in page
    assert "请一直选到村" not in page


def test_who_stops_half_way_is_told_to_go_on(client, db):
    assert "请一直选到村（社区）" in client.get(FIND, {"place_county": actors.COUNTY}).content.decode()


def test_a_village_without_grids_says_so(client, db):
    assert "这里还没有公布网格" in client.get(FIND, HERE).content.decode()


def test_a_grid_without_a_worker_gives_the_supervision_telephone(client, grid):
    assert "正在安排" in client.get(FIND, HERE).content.decode()


def test_the_notice_can_be_printed(client, worker, grid):
    page = client.get(reverse("grid_notice", args=[grid.code])).content.decode()
    assert all(word in page for word in ("网格公示牌", grid.code, "孙宏伟"))


def test_what_is_no_longer_in_use_is_not_shown(client, db):
    ended = makers.grid(serial=9, active_until=date(2024, 1, 1))
    assert client.get(reverse("grid_notice", args=[ended.code])).status_code == 404
    assert ended.name not in client.get(FIND, HERE).content.decode()


def test_it_does_not_stand_before_the_main_door(client, db):
    doors = client.get(reverse("home")).context["services"]
    assert [door["main"] for door in doors] == sorted((door["main"] for door in doors), reverse=True)


def test_the_code_of_the_notice_leads_to_the_card(client, worker, grid, settings):
    settings.SITE_URL = "https://grid.example.cn"
    page = client.get(reverse("grid_notice", args=[grid.code])).content.decode()
    assert f"https://grid.example.cn/my-grid/{grid.code}/" in page
    assert "data:image/svg+xml;base64," in page
    assert "孙宏伟" in client.get(reverse("grid_card", args=[grid.code])).content.decode()


def test_an_old_notice_leads_on_to_what_follows(client, grid):
    old = makers.grid(serial=9, name="旧网格", active_until=date(2024, 1, 1))
    old.successors.add(grid)
    page = client.get(reverse("grid_card", args=[old.code])).content.decode()
    assert all(word in page for word in ("已经调整", grid.name, grid.supervision_phone))


def test_a_code_nobody_knows_is_no_card(client, db):
    assert client.get(reverse("grid_card", args=["999"])).status_code == 404


def test_by_position_where_a_boundary_exists(client, grid):
    draw(grid)
    makers.grid(serial=2)
    page = client.post(HERE_PAGE, {"latitude": "40.855", "longitude": "111.665"})
    assert page.context["grids"] == [grid]
    outside = client.post(HERE_PAGE, {"latitude": "40.7", "longitude": "111.665"})
    assert "还没有录入网格边界" in outside.content.decode()


def test_a_position_elsewhere_is_told(client, db):
    for given in ({}, {"latitude": "39.9", "longitude": "116.4"}):
        answer = client.post(HERE_PAGE, given)
        assert (answer.status_code, "没有取得位置" in answer.content.decode()) == (422, True)


def draw(grid):
    ring = [[111.66, 40.85], [111.67, 40.85], [111.67, 40.86], [111.66, 40.86], [111.66, 40.85]]
    grid.boundary, grid.boundary_source = {"type": "Polygon", "coordinates": [ring]}, "街道勾画"
    change_grid(grid, ["boundary"], by=None, at=timezone.now())
