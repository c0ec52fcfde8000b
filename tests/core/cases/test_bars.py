"""Who stands above whom: a pure rule over all places, and the offices it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.cases.bars import judge_of, kept_out_with, offices_above
from governance.cases.rules import directs, judges_of, stands_above
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from tests import actors
from tests.actors import office

PATHS = st.sampled_from(["1501", "150102", "150105", "150102001", "150102002", "150102001001", "150102001002", "150105001003"])


@given(PATHS, PATHS)
def test_only_who_stands_higher_on_the_same_line_judges(path, accused):
    if stands_above(path, accused):
        assert accused.startswith(path)
        assert path != accused or len(accused) == 4


@given(PATHS, st.booleans(), st.sampled_from(["", "housing"]))
def test_every_judge_stands_above_and_the_nearest_comes_first(path, territorial, trade):
    found = judges_of(path, territorial=territorial, trade=trade)
    assert found
    assert all(stands_above(above, path) for _kind, _trade, above in found)
    assert [len(above) for _kind, _trade, above in found] == sorted((len(above) for _k, _t, above in found), reverse=True)


@given(PATHS, st.booleans())
def test_the_city_s_offices_direct_too_many_to_keep_them_all_out(path, territorial):
    assert directs(path, territorial=territorial) == (territorial and len(path) > 4)


@pytest.fixture
def line(db):
    """The offices of the home line, and a bureau of the county and of the city."""
    kinds = [
        (OfficeType.CENTRE, actors.CITY), (OfficeType.HOTLINE, actors.CITY), (OfficeType.CENTRE, actors.COUNTY),
        (OfficeType.TOWNSHIP, actors.TOWNSHIP), (OfficeType.COMMITTEE, actors.TOWNSHIP), (OfficeType.VILLAGE, actors.VILLAGE),
        (OfficeType.VILLAGE, actors.OTHER_VILLAGE), (OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP),
    ]  # fmt: skip
    found = {(kind, code): office(kind, code) for kind, code in kinds}
    return found | {("housing", code): office(OfficeType.BUREAU, code, "housing") for code in (actors.CITY, actors.COUNTY)}


@pytest.mark.parametrize(
    ("accused", "judge"),
    [
        ((OfficeType.VILLAGE, actors.VILLAGE), (OfficeType.TOWNSHIP, actors.TOWNSHIP)),
        ((OfficeType.TOWNSHIP, actors.TOWNSHIP), (OfficeType.CENTRE, actors.COUNTY)),
        ((OfficeType.COMMITTEE, actors.TOWNSHIP), (OfficeType.CENTRE, actors.COUNTY)),
        ((OfficeType.CENTRE, actors.COUNTY), (OfficeType.CENTRE, actors.CITY)),
        (("housing", actors.COUNTY), ("housing", actors.CITY)),
        (("housing", actors.CITY), (OfficeType.CENTRE, actors.CITY)),
        ((OfficeType.HOTLINE, actors.CITY), (OfficeType.CENTRE, actors.CITY)),
        ((OfficeType.CENTRE, actors.CITY), None),
    ],
)
def test_the_level_above_handles_it(line, accused, judge):
    assert judge_of(line[accused]) == (line[judge] if judge else None)


def test_whom_an_accused_township_directs_is_kept_out_with_it(line):
    kept = {Office.objects.get(pk=key).code for key in kept_out_with(line[OfficeType.TOWNSHIP, actors.TOWNSHIP])}
    expected = [(OfficeType.TOWNSHIP, actors.TOWNSHIP), (OfficeType.COMMITTEE, actors.TOWNSHIP),
                (OfficeType.VILLAGE, actors.VILLAGE), (OfficeType.VILLAGE, actors.OTHER_VILLAGE)]  # fmt: skip
    assert kept == {line[key].code for key in expected}


def test_a_bureau_is_kept_out_alone(line):
    assert kept_out_with(line["housing", actors.COUNTY]) == [line["housing", actors.COUNTY].pk]


def test_nobody_who_is_kept_out_stands_above(line):
    for accused in line.values():
        above = set(offices_above(accused).values_list("pk", flat=True))
        assert not above & set(kept_out_with(accused))
        assert all(one.place.path in ancestors(accused.place.path) for one in Office.objects.filter(pk__in=above))
