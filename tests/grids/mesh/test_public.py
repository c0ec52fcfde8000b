"""Find my grid worker: in one step from the home page, without signing in, and nothing but what is public."""

from datetime import date

from django.urls import reverse

from tests import actors
from tests.grids import makers

FIND = reverse("find_grid")
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
