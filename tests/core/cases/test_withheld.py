"""What a public table withholds: from its sums and what it shows no hidden cell of 1 to 4 is known."""

from hypothesis import given
from hypothesis import strategies as st

from governance.cases.comparing import LEAST, withheld, withheld_of_sum

NAMES = ("received", "contacted", "asked")
COUNTS = st.one_of(st.integers(0, 12), st.integers(0, 90))


@st.composite
def tables(draw, least=1, most=9):
    """{column: {place: count}}: what a rate rests on is no more than what was received; and the public sums."""
    received = draw(st.lists(COUNTS, min_size=least, max_size=most))
    rows = [(count, draw(st.integers(0, count)), draw(st.integers(0, count))) for count in received]
    columns = {name: {place: row[index] for place, row in enumerate(rows)} for index, name in enumerate(NAMES)}
    return columns, {name: sum(counts.values()) for name, counts in columns.items()}


def derived(columns, totals, kept, name):
    """What a reader makes of the hidden places of a column: the public sum less all that is shown."""
    return totals[name] - sum(count for place, count in columns[name].items() if place not in kept.places)


@given(tables())
def test_no_shown_cell_is_below_five(table):
    columns, totals = table
    kept = withheld(columns, totals)
    shown = [count for name in columns for place, count in columns[name].items() if not kept.hides(place, name)]
    assert all(count >= LEAST for count in shown)


@given(tables(least=2))
def test_no_place_is_hidden_alone_and_no_small_sum_of_them_is_told(table):
    columns, totals = table
    kept = withheld(columns, totals)
    assert len(kept.places) != 1
    sums = [derived(columns, totals, kept, name) for name in columns if name not in kept.columns]
    assert not any(0 < count < LEAST for count in sums)


@given(tables(least=2))
def test_each_hidden_cell_may_be_nothing_and_may_be_the_whole_sum(table):
    """Both worlds are told alike and keep every base within what was received: so no cell of 1 to 4 is bounded."""
    columns, totals = table
    kept = withheld(columns, totals)
    for taker in kept.places:
        world = {name: emptied(counts, kept.places, taker) for name, counts in columns.items()}
        assert all(counts[place] <= world["received"][place] for counts in world.values() for place in counts)
        assert {name: sum(counts.values()) for name, counts in world.items()} == totals
        assert all(world[name][place] == columns[name][place] for name in columns for place in columns[name].keys() - kept.places)


def emptied(counts, places, taker):
    return counts | dict.fromkeys(places, 0) | {taker: sum(counts[place] for place in places)}


@given(st.lists(tables(least=4, most=4), min_size=2, max_size=4))
def test_a_year_shows_nothing_that_one_of_its_months_hides(months):
    parts = [(withheld(columns, totals), totals) for columns, totals in months]
    whole = withheld_of_sum(parts)
    for one, totals in parts:
        assert one.places <= whole.places or not any(totals.values())
        assert all(name in whole.columns or not totals[name] for name in one.columns)


def test_a_place_below_five_in_one_column_is_hidden_in_all_with_the_next_smallest():
    columns = {"received": {"a": 40, "b": 12, "c": 11}, "asked": {"a": 30, "b": 9, "c": 3}}
    kept = withheld(columns, {"received": 63, "asked": 42})
    assert (kept.places, kept.columns) == ({"b", "c"}, set())


def test_hidden_ones_that_make_one_to_four_take_another_with_them():
    assert withheld({"n": {"a": 1, "b": 2, "c": 9, "d": 50}}, {"n": 62}).places == {"a", "b", "c"}
    assert withheld({"n": {"a": 0, "b": 0, "c": 9, "d": 50}}, {"n": 59}).places == {"a", "b"}


def test_a_column_that_is_thin_nearly_everywhere_is_closed_instead_of_hiding_all():
    columns = {"received": {"a": 40, "b": 12, "c": 11}, "asked": {"a": 9, "b": 2, "c": 3}}
    kept = withheld(columns, {"received": 63, "asked": 14})
    assert (kept.places, kept.columns) == (set(), {"asked"})


def test_where_the_sum_is_not_public_nothing_below_it_is():
    columns = {"received": {"a": 40, "b": 12}, "asked": {"a": 30, "b": 9}}
    assert withheld(columns, {"received": 0, "asked": 0}).places == {"a", "b"}
