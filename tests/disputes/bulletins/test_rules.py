"""From counts to a bulletin: no small cell, none that the others give away, nothing ranked below thirty."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from disputes.bulletins import rules
from governance.cases.comparing import LEAST, RANKED_FROM

PLACES = [(code, code) for code in ("150101", "150102", "150103", "150104")]
COUNTS = st.integers(0, 60)
BOTH = st.tuples(COUNTS, COUNTS).map(lambda pair: [min(pair), max(pair)])


def rows(received, pairs, **more):
    inputs = {
        "received": {code: [n, 0] for (code, _name), n in zip(PLACES, received, strict=True)},
        "rate": {code: pair for (code, _name), pair in zip(PLACES, pairs, strict=True)},
    }
    return rules.rows(PLACES, inputs, count="received", rates=["rate"], **more)


@given(st.lists(COUNTS, min_size=4, max_size=4), st.lists(BOTH, min_size=4, max_size=4))
def test_no_small_cell_is_published_and_none_stands_hidden_alone(received, pairs):
    found = rows(received, pairs)
    bases = [row["values"]["rate"]["n"] for row in found if row["values"]["rate"]]
    assert all(n >= LEAST for n in bases)
    assert len(bases) != len(found) - 1
    sizes = [row["received"] for row in found if row["received"] is not None]
    assert all(n >= LEAST for n in sizes)
    assert len(sizes) != len(found) - 1


@given(st.lists(COUNTS, min_size=4, max_size=4), st.lists(BOTH, min_size=4, max_size=4))
def test_a_rank_stands_on_thirty_cases(received, pairs):
    values = [row["values"]["rate"] for row in rows(received, pairs) if row["values"]["rate"]]
    assert all((value["rank"] is not None) == (value["n"] >= RANKED_FROM) == value["ranked"] for value in values)


def test_what_is_hidden_above_is_hidden_below():
    found = rows([40] * 4, [[30, 40]] * 4, shut={"rate"})
    assert [row["values"]["rate"] for row in found] == [None] * 4
    assert [row["received"] for row in found] == [40] * 4


def test_counts_are_summed_upwards():
    found = rules.summed({"150102001001": [1, 2], "150102": [3, 4]})
    assert found == {"1501": [4, 6], "150102": [4, 6], "150102001": [1, 2]}


def test_the_fingerprint_is_of_the_content_not_of_its_order():
    assert rules.digest({"a": 1, "b": [2]}) == rules.digest({"b": [2], "a": 1})
    assert rules.digest({"a": 1}) != rules.digest({"a": 2})


def test_drafting_ends_on_the_fifth():
    assert [rules.is_drafting_day(date(2026, 11, day)) for day in (1, 5, 6)] == [True, True, False]
