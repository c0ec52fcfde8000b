"""The city's real divisions: loaded once, safe to load again, and the report says what changed."""

import csv

import pytest

from governance.places.enums import Level, Nature
from governance.places.models import Place
from governance.places.rules import ancestors, common_ancestor, nature, path_range, short_name, trimmed
from governance.places.services import DIVISIONS, load_divisions
from tests import actors

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(tmp_path):
    """Loads the divisions with some lines changed, left out (None) or added."""

    def load(changes=None, added=()):
        with DIVISIONS.open(encoding="utf-8", newline="") as file:
            lines = [
                {**line, **(changes or {}).get(line["code"], {})}
                for line in csv.DictReader(file)
                if (changes or {}).get(line["code"], {}) is not None
            ]
        path = tmp_path / "divisions.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["code", "name", "parent_code", "level"])
            writer.writeheader()
            writer.writerows([*lines, *added])
        return load_divisions(path)

    return load


def test_the_city_has_ten_counties_99_townships_and_1396_villages():
    counts = {level: Place.objects.in_use().at(level).count() for level in Level}
    assert counts == {Level.CITY: 1, Level.COUNTY: 10, Level.TOWNSHIP: 99, Level.VILLAGE: 1396}


def test_loading_again_changes_nothing():
    before = list(Place.objects.order_by("pk").values())
    report = load_divisions()
    assert (report.added, report.changed, report.retired, report.unchanged) == ([], [], [], 1506)
    assert list(Place.objects.order_by("pk").values()) == before


def test_a_renamed_division_is_reported_and_keeps_its_row(changed):
    row = Place.objects.get(code=actors.VILLAGE).pk
    report = changed({actors.VILLAGE: {"name": "青城社区居委会"}})
    assert (report.added, report.changed, report.retired) == ([], [actors.VILLAGE], [])
    village = Place.objects.get(code=actors.VILLAGE)
    assert (village.pk, village.short_name, village.sort_key) == (row, "青城社区", "qing cheng she qu")


def test_a_division_that_left_the_file_is_retired_and_never_deleted(changed):
    report = changed({actors.OTHER_VILLAGE: None})
    assert report.retired == [actors.OTHER_VILLAGE]
    assert not Place.objects.get(code=actors.OTHER_VILLAGE).active
    assert changed({actors.OTHER_VILLAGE: None}).retired == []


def test_a_division_that_comes_back_is_in_use_again(changed):
    changed({actors.OTHER_VILLAGE: None})
    assert load_divisions().changed == [actors.OTHER_VILLAGE]
    assert Place.objects.get(code=actors.OTHER_VILLAGE).active


def test_a_new_division_finds_its_parent_and_full_name(changed):
    new = {"code": f"{actors.TOWNSHIP}999", "name": "新城社区居委会", "parent_code": actors.TOWNSHIP, "level": "village"}
    assert changed(added=[new]).added == [new["code"]]
    place = Place.objects.get(code=new["code"])
    township = Place.objects.get(code=actors.TOWNSHIP)
    assert (place.parent, place.path, place.full_name) == (township, new["code"], f"{township.full_name}新城社区")


def test_a_name_that_carries_the_one_above_says_it_once(changed):
    new = {"code": f"{actors.TOWNSHIP}999", "name": "海拉尔东路街道新城社区居委会", "parent_code": actors.TOWNSHIP, "level": "village"}
    changed(added=[new])
    names = dict(Place.objects.filter(code__in=["150102400", new["code"]]).values_list("code", "full_name"))
    assert names == {"150102400": "新城区鸿盛高科技园区", new["code"]: "新城区海拉尔东路街道新城社区"}


def test_every_path_is_the_code_and_begins_with_its_parent_s():
    places = Place.objects.select_related("parent")
    assert all(place.path == place.code for place in places)
    assert all(place.path.startswith(place.parent.path) for place in places if place.parent)


def test_every_code_has_its_twelve_digits():
    codes = {place.code12 for place in Place.objects.in_use()}
    assert {len(code) for code in codes} == {12}
    assert len(codes) == 1506
    assert Place.objects.get(code=actors.COUNTY).code12 == "150102000000"


@pytest.mark.parametrize("code", ["150102", "150102000000", " 150102 "])
def test_a_code_is_found_with_or_without_its_zeros(code):
    assert Place.objects.by_code(code).code == actors.COUNTY


@pytest.mark.parametrize(
    ("code", "short"),
    [("150100000000", "1501"), ("150102001000", "150102001"), ("150102001001", "150102001001"), ("150102000000", "150102"), ("15", "15")],
)
def test_only_filling_zeros_are_trimmed(code, short):
    assert trimmed(code) == short


def test_parks_and_virtual_communities_are_flagged():
    parks = Place.objects.filter(nature=Nature.PARK)
    virtual = Place.objects.filter(nature=Nature.VIRTUAL)
    assert parks.exists()
    assert set(parks.values_list("level", flat=True)) == {Level.TOWNSHIP}
    assert virtual.count() == Place.objects.filter(name__contains="虚拟社区").count() > 0
    assert set(virtual.values_list("level", flat=True)) == {Level.VILLAGE}


@pytest.mark.parametrize(
    ("name", "level", "flag"),
    [
        ("新城区鸿盛高科技园区", "township", "park"),
        ("呼和浩特经济技术开发区", "county", "regular"),
        ("海拉尔东路街道", "township", "regular"),
        ("园区虚拟社区", "village", "virtual"),
        ("公园社区居委会", "village", "regular"),
    ],
)
def test_a_flag_follows_from_name_and_level(name, level, flag):
    assert nature(name, level) == flag


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("公主府社区居委会", "公主府社区"),
        ("保合少村民委员会", "保合少村"),
        ("生盖营村村委会", "生盖营村"),
        ("毛不拉嘎查村委会", "毛不拉嘎查"),
        ("新城区", "新城区"),
    ],
)
def test_a_name_is_shortened_as_people_say_it(name, short):
    assert short_name(name) == short


def test_no_short_name_is_empty():
    assert not Place.objects.filter(short_name="").exists()


def test_below_a_place_is_itself_and_everything_under_it():
    below = Place.objects.below(actors.TOWNSHIP)
    assert set(below) == {place for place in Place.objects.all() if place.path.startswith(actors.TOWNSHIP)}
    assert below.count() > 1


def test_a_range_ends_before_the_next_sibling():
    start, end = path_range("150102009")
    assert start <= "150102009999" < end
    assert not start <= "150102010" < end


def test_within_nothing_there_is_nothing():
    assert list(Place.objects.within_any([])) == []


def test_the_line_of_ancestors_runs_from_the_city_down():
    assert ancestors(actors.VILLAGE) == [actors.CITY, actors.COUNTY, actors.TOWNSHIP, actors.VILLAGE]
    assert [place.code for place in Place.objects.lineage(actors.VILLAGE)] == ancestors(actors.VILLAGE)


@pytest.mark.parametrize(
    ("paths", "above"),
    [
        ([actors.VILLAGE], actors.VILLAGE),
        ([actors.VILLAGE, actors.OTHER_VILLAGE], actors.TOWNSHIP),
        ([actors.VILLAGE, actors.OTHER_TOWNSHIP], actors.COUNTY),
        ([actors.VILLAGE, actors.OTHER_COUNTY], actors.CITY),
        ([actors.TOWNSHIP, actors.VILLAGE], actors.TOWNSHIP),
        ([], ""),
    ],
)
def test_the_lowest_division_that_contains_all(paths, above):
    assert common_ancestor(paths) == above


def test_a_village_named_twice_in_the_file_stays_one_place():
    assert Place.objects.values("code").distinct().count() == Place.objects.count()
