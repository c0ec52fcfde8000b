"""Who may open what when, and which counts may be shown."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from disputes.care.enums import State
from disputes.care.rules import LEAST, PROVIDER, SUPERVISOR, openers, runs, shown_counts

COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=1)


def test_facts_are_open_to_the_two_alone_and_to_nobody_once_the_agreement_is_gone():
    assert {state: openers(state) for state in State} == {
        State.REQUESTED: {SUPERVISOR},
        State.ASSIGNED: {SUPERVISOR},
        State.SERVING: {SUPERVISOR, PROVIDER},
        State.ENDED: {SUPERVISOR},
        State.UNARRANGED: frozenset(),
        State.REVOKED: frozenset(),
    }


@given(COUNTS)
def test_no_cell_below_five_is_shown_and_none_is_found_by_subtraction(counts):
    shown, total = shown_counts(counts)
    assert all(count is None or count >= LEAST for count in [*shown.values(), total])
    hidden = [counts[key] for key, count in shown.items() if count is None]
    if total is not None and hidden:
        assert sum(hidden) >= LEAST
        assert len(hidden) > 1 or len(counts) == 1


@given(COUNTS)
def test_what_is_shown_is_true(counts):
    shown, total = shown_counts(counts)
    assert total in (None, sum(counts.values()))
    assert all(count in (None, counts[key]) for key, count in shown.items())


def test_a_contract_runs_on_both_its_days():
    begins, ends = date(2026, 1, 1), date(2026, 12, 31)
    assert [runs(begins, ends, day=day) for day in (date(2025, 12, 31), begins, ends, date(2027, 1, 1))] == [False, True, True, False]
