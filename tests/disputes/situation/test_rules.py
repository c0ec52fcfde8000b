"""The line that chance alone hardly crosses, and what crosses it."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as some

from disputes.situation.rules import Method, chance_line, parent_of, probability, rising, share_elapsed, suppressed, warning_line
from tests.conftest import MONDAY

USUAL = Method(months=6, least=10, chance=0.01, ratio=1.5)
MEANS = some.floats(0, 300)


@given(MEANS)
def test_the_line_is_the_first_count_rarer_than_the_limit(mean):
    line = chance_line(mean, 0.01)
    reached = 1 - sum(probability(count, mean) for count in range(line))
    before = 1 - sum(probability(count, mean) for count in range(line - 1))
    assert reached < 0.01 + 1e-9
    assert before >= 0.01 - 1e-9


@given(MEANS, MEANS)
def test_more_expected_never_means_a_lower_line(one, other):
    low, high = sorted((one, other))
    assert warning_line(low, USUAL) <= warning_line(high, USUAL)


@given(MEANS)
def test_the_line_is_at_least_what_the_method_says(expected):
    assert warning_line(expected, USUAL) >= max(USUAL.least, USUAL.ratio * expected)


@given(some.dictionaries(some.text("ab", min_size=1, max_size=3), some.integers(0, 200)), some.floats(0.01, 1))
def test_what_warns_shows_its_inputs_and_nothing_below_the_line_does(counts, share):
    before = {key: [10] * 6 for key in counts}
    found = rising(counts, before, USUAL, share=share)
    assert all(one.count == counts[one.key] >= one.line and one.before == (10,) * 6 for one in found)
    silent = set(counts) - {one.key for one in found}
    assert all(counts[key] < warning_line(share * 10, USUAL) for key in silent)


def test_a_month_that_is_half_over_is_held_against_half():
    begins, ends = MONDAY, MONDAY + timedelta(days=30)
    assert share_elapsed(begins=begins, ends=ends, counted_at=MONDAY + timedelta(days=15)) == 0.5
    assert share_elapsed(begins=begins, ends=ends, counted_at=MONDAY + timedelta(days=99)) == 1.0
    assert [len(rising({"a": 12}, {"a": [10] * 6}, USUAL, share=share)) for share in (1.0, 0.3)] == [0, 1]


@given(some.integers(0, 50))
def test_no_number_of_persons_below_five_is_told(count):
    assert suppressed(count) == (count if count >= 5 else None)


def test_a_place_knows_the_one_above():
    assert [parent_of(path) for path in ("1501", "150102", "150102001", "150102001001")] == ["", "1501", "150102", "150102001"]
