"""What goes first, what is lacking, and that the books add up whatever happens."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emergencies.catalogue.rules import expiry_of, months_on, rotation_of
from emergencies.stockpiles.rules import Lacking, Lot, balances, differing, first_expiring, standing, to_buy

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
SHELF = st.lists(st.builds(Lot, st.integers(1, 10**6), st.none() | DAYS, st.integers(1, 500)), max_size=8, unique_by=lambda lot: lot.key)
MOVES = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4), st.integers(1, 4), st.integers(1, 99)), max_size=20)


@given(SHELF, st.integers(0, 3000))
def test_exactly_what_is_wanted_is_taken_and_no_later_batch_before_an_earlier(shelf, wanted):
    held = sum(lot.quantity for lot in shelf)
    if held < wanted:
        with pytest.raises(Lacking) as lacking:
            first_expiring(shelf, wanted)
        assert lacking.value.missing == wanted - held
        return
    taken = first_expiring(shelf, wanted)
    assert sum(taken.values()) == wanted
    rest = [lot.expires or date.max for lot in shelf if taken.get(lot.key, 0) < lot.quantity]
    assert all((lot.expires or date.max) <= min(rest, default=date.max) for lot in shelf if lot.key in taken)


@given(MOVES)
def test_what_leaves_one_account_enters_another(moves):
    moves = [row for row in moves if row[1] != row[2]]
    kept = balances(moves)
    for batch in {row[0] for row in moves}:
        assert sum(quantity for (_account, of), quantity in kept.items() if of == batch) == 0


def test_a_difference_is_found_whichever_side_is_wrong():
    assert differing({(1, 1): 5}, {(1, 1): 5}) == []
    assert differing({(1, 1): 5}, {(1, 1): 4, (2, 1): 1}) == [((1, 1), 5, 4), ((2, 1), 0, 1)]


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_what_is_bought_fills_the_need_exactly(need, stock, leaving):
    bought = to_buy(need, stock, leaving)
    left = max(0, stock - leaving)
    assert left + bought == max(need, left)
    assert standing(need, left + bought) != "short"


@given(DAYS, st.integers(1, 120), st.integers(0, 120))
def test_it_is_rotated_before_it_expires_and_after_it_was_made(made, shelf, ahead):
    expires = expiry_of(made, shelf)
    assert made <= rotation_of(expires, ahead, made) <= expires
    assert months_on(made, shelf) - made >= timedelta(days=28 * shelf)


def test_what_does_not_expire_has_no_day():
    assert (expiry_of(date(2026, 1, 1), None), rotation_of(None, 3)) == (None, None)
