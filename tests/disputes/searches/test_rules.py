"""When the next round is due, and what an entry must hold."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from disputes.searches.rules import grids_missing, lacking, limit_of, next_day, tidied_grid, touching

FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 90).map(lambda count: FIRST + timedelta(days=count))
PERIODS = st.lists(st.tuples(DAYS, st.integers(0, 20)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))), max_size=3)


@given(DAYS, st.integers(0, 90), PERIODS)
def test_a_sensitive_period_only_ever_brings_the_next_round_forward(sensitive, more, periods):
    usual = sensitive + timedelta(days=more)
    found = next_day(usual=usual, sensitive=sensitive, periods=periods)
    assert sensitive <= found <= usual


@given(DAYS, st.integers(0, 90), PERIODS)
def test_it_is_the_first_day_on_which_either_interval_is_over(sensitive, more, periods):
    usual = sensitive + timedelta(days=more)
    days = (sensitive + timedelta(days=count) for count in range(more + 1))
    first = next(day for day in days if day == usual or any(begins <= day <= ends for begins, ends in periods))
    assert next_day(usual=usual, sensitive=sensitive, periods=periods) == first


@given(DAYS, st.integers(0, 60), PERIODS)
def test_periods_touch_a_stretch_when_they_share_a_day(first, long, periods):
    last = first + timedelta(days=long)
    stretch = {first + timedelta(days=count) for count in range(long + 1)}
    shared = [one for one in periods if any(one[0] <= day <= one[1] for day in stretch)]
    assert touching(first, last, periods) == shared


def test_every_level_has_its_interval_and_a_shorter_one():
    assert limit_of("township", sensitive=False) == "searches.township"
    assert limit_of("village", sensitive=True) == "searches.village_sensitive"
    assert limit_of("city", sensitive=False) == "searches.county"


def test_what_was_settled_on_the_spot_says_how():
    told = {"kind": "family", "spot": "2号楼", "summary": "赡养费用", "handled": "spot", "settlement": ""}
    assert lacking(told) == ["settlement"]
    assert lacking({**told, "handled": "mediation"}) == []
    assert lacking({**told, "handled": "", "summary": ""}) == ["summary", "handled"]


def test_a_grid_counts_once_however_it_is_typed():
    assert tidied_grid(" 第一 网格 ") == "第一网格"
    assert grids_missing(3, [tidied_grid("a-01"), tidied_grid("A-01"), "A-02"]) == 1
