"""From counts to a bulletin: no small cell, none that the others give away, nothing ranked below thirty."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from disputes.bulletins import rules
from governance.cases.comparing import COMPARED_FROM, LEAST, RANKED_FROM

PLACES = [(code, code) for code in ("150101", "150102", "150103", "150104")]
COUNTS = st.integers(0, 60)
BOTH = st.tuples(COUNTS, COUNTS).map(lambda pair: [min(pair), max(pair)])


TOTAL = "1501"


def rows(received, pairs, shut=frozenset()):
    inputs = {
        "received": {code: [n, 0] for (code, _name), n in zip(PLACES, received, strict=True)} | {TOTAL: [sum(received), 0]},
        "rate": {code: pair for (code, _name), pair in zip(PLACES, pairs, strict=True)}
        | {TOTAL: [sum(x) for x in zip(*pairs, strict=True)]},
    }
    kept = rules.withheld_at(PLACES, inputs, ["received", "rate"], above=TOTAL, shut=shut)
    return rules.rows(PLACES, inputs, kept, count="received", rates=["rate"])


@given(st.lists(COUNTS, min_size=4, max_size=4), st.lists(BOTH, min_size=4, max_size=4))
def test_a_place_is_shown_with_all_its_figures_or_with_none(received, pairs):
    found = rows(received, pairs)
    open_to_all = any(row["values"]["rate"] for row in found)
    for row in found:
        assert (row["received"] is None) == (row["group"] is None)
        assert (row["values"]["rate"] is not None) == (open_to_all and row["received"] is not None)
        assert all(n >= LEAST for n in (row["received"], row["values"]["rate"] and row["values"]["rate"]["n"]) if n is not None)
    assert sum(row["received"] is None for row in found) != 1


@given(st.lists(COUNTS, min_size=4, max_size=4), st.lists(BOTH, min_size=4, max_size=4))
def test_a_rank_stands_on_thirty_cases_and_three_to_compare(received, pairs):
    values = [row["values"]["rate"] for row in rows(received, pairs) if row["values"]["rate"]]
    assert all(value["ranked"] == (value["n"] >= RANKED_FROM) for value in values)
    ranks = [value for value in values if value["rank"] is not None]
    assert all(value["ranked"] for value in ranks)
    assert not 0 < len(ranks) < COMPARED_FROM


def test_what_is_hidden_above_is_hidden_below():
    found = rows([40] * 4, [[30, 40]] * 4, shut={"rate"})
    assert [row["values"]["rate"] for row in found] == [None] * 4
    assert [row["received"] for row in found] == [40] * 4
    kept = rules.withheld_at(PLACES, {"received": {}}, ["received"], above=TOTAL)
    assert rules.shut_below(kept, PLACES[0][0], ["received", "rate"]) == {"received", "rate"}


def test_counts_are_summed_upwards():
    found = rules.summed({"150102001001": [1, 2], "150102": [3, 4]})
    assert found == {"1501": [4, 6], "150102": [4, 6], "150102001": [1, 2]}


def test_the_fingerprint_is_of_the_content_not_of_its_order():
    assert rules.digest({"a": 1, "b": [2]}) == rules.digest({"b": [2], "a": 1})
    assert rules.digest({"a": 1}) != rules.digest({"a": 2})


def test_drafting_ends_on_the_fifth():
    assert [rules.is_drafting_day(date(2026, 11, day)) for day in (1, 5, 6)] == [True, True, False]
