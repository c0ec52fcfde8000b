"""From facts to points, over whatever facts there are."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.performance.rules import base_of, points_of, tally, total_of, weights_fault

DAYS = [date(2026, 10, 1) + timedelta(days=number) for number in range(31)]


@dataclass(frozen=True)
class Seen:
    day: date
    done: bool
    since: date | None = None


facts = st.lists(st.builds(Seen, day=st.sampled_from(DAYS), done=st.booleans()), max_size=40)
away = st.sets(st.sampled_from(DAYS))
weights = st.decimals(min_value=1, max_value=100, places=2)
pairs = st.lists(st.tuples(st.none() | st.integers(0, 100), weights), max_size=6)


@given(facts, away, away)
def test_being_away_never_costs_anything(seen, days, more):
    done, due = tally(seen, days)
    assert 0 <= done <= due <= len(seen)
    less, owed = tally(seen, days | more)
    assert less == done
    assert owed <= due


@given(st.sampled_from(DAYS), st.sampled_from(DAYS), away)
def test_what_had_a_span_is_owed_unless_all_of_it_was_away(since, day, days):
    since, day = sorted([since, day])
    wanted = {one for one in DAYS if since <= one <= day}
    assert tally([Seen(day, False, since)], days) == (0, 0 if wanted <= days else 1)


@given(facts)
def test_who_is_always_away_owes_only_what_was_done(seen):
    done, due = tally(seen, set(DAYS))
    assert done == due


@given(st.integers(0, 99), st.integers(1, 99), weights)
def test_points_are_a_share_of_the_weight(done, due, weight):
    done = min(done, due)
    points = points_of(done, due, weight=weight)
    assert 0 <= points <= weight
    assert points_of(due, due, weight=weight) == weight
    assert points_of(0, 0, weight=weight) is None


@given(pairs)
def test_a_total_is_out_of_100_and_what_does_not_count_changes_nothing(scored):
    scored = [(None if share is None else (weight * share / 100).quantize(Decimal("0.01")), weight) for share, weight in scored]
    total = total_of(scored)
    assert total == total_of([pair for pair in scored if pair[0] is not None])
    assert total is None or 0 <= total <= 100
    assert (total is None) == (base_of(scored) == 0)


@pytest.mark.parametrize(
    ("scored", "total"),
    [
        ([(Decimal(30), 30), (Decimal("7.5"), 10)], Decimal("93.75")),
        ([(Decimal("7.5"), 10), (None, 90)], Decimal("75.00")),
        ([(None, 100)], None),
        ([], None),
    ],
)
def test_the_sum_can_be_worked_out_by_hand(scored, total):
    assert total_of(scored) == total


@pytest.mark.parametrize(("given_weights", "fault"), [([60, 40], ""), ([60, 30], "sum"), ([], "sum")])
def test_the_weights_make_100(given_weights, fault):
    assert weights_fault([Decimal(weight) for weight in given_weights]) == fault
