"""Grading as a sum: it only rises with the risk, has a colour for every score, and never depends on who computes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emergencies.standards.rules import binds
from emergencies.venues.rules import (
    ORDER,
    FactorRule,
    IncompleteAnswers,
    Thresholds,
    changes,
    floor_of,
    grade_of,
    is_lowered,
    missing_equipment,
    score,
)

POINTS = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 100), min_size=1)
FACTORS = st.lists(st.tuples(st.integers(1, 30), POINTS), min_size=1, max_size=4).map(
    lambda rows: [FactorRule(f"f{index}", weight, points) for index, (weight, points) in enumerate(rows)]
)
RISING = st.lists(st.integers(1, 100), min_size=3, max_size=3, unique=True).map(lambda three: Thresholds(*sorted(three)))


def answered(data, factors):
    return {factor.code: data.draw(st.sampled_from(sorted(factor.points))) for factor in factors}


@given(FACTORS, st.data())
def test_a_score_lies_between_nothing_and_a_hundred(factors, data):
    assert 0 <= score(factors, answered(data, factors)) <= 100


@given(FACTORS, RISING, st.data())
def test_a_worse_answer_never_gives_a_better_colour(factors, thresholds, data):
    answers, factor = answered(data, factors), data.draw(st.sampled_from(factors))
    worse = data.draw(st.sampled_from([code for code, points in factor.points.items() if points >= factor.points[answers[factor.code]]]))
    before, after = score(factors, answers), score(factors, {**answers, factor.code: worse})
    assert after >= before
    assert ORDER.index(grade_of(after, thresholds)) >= ORDER.index(grade_of(before, thresholds))


@given(st.decimals(0, 100, places=1), RISING)
def test_every_score_has_exactly_one_colour(value, thresholds):
    bounds = {"blue": 0, "yellow": thresholds.yellow, "orange": thresholds.orange, "red": thresholds.red}
    reached = [colour for colour in ORDER if value >= bounds[colour]]
    assert grade_of(value, thresholds) == reached[-1]


@given(FACTORS, st.data())
def test_the_order_of_the_factors_changes_nothing(factors, data):
    answers = answered(data, factors)
    assert score(factors, answers) == score(data.draw(st.permutations(factors)), answers)


@given(FACTORS, st.data())
def test_a_missing_or_foreign_answer_is_no_score(factors, data):
    answers = answered(data, factors)
    gone = data.draw(st.sampled_from(factors)).code
    for wrong in ({**answers, gone: "zz"}, {code: option for code, option in answers.items() if code != gone}):
        with pytest.raises(IncompleteAnswers):
            score(factors, wrong)


@given(st.sampled_from(ORDER), st.sampled_from(ORDER))
def test_only_a_lower_grade_is_lowered(computed, final):
    assert is_lowered(computed, final) == (ORDER.index(final) < ORDER.index(computed))


@pytest.mark.parametrize("three", [(0, 50, 70), (50, 50, 70), (60, 50, 70), (30, 50, 101)])
def test_thresholds_must_rise(three):
    with pytest.raises(ValueError, match="rise"):
        Thresholds(*three)


def test_what_is_missing_follows_the_list():
    assert missing_equipment(["a", "b", "c"], ["b", "x"]) == ["a", "c"]


def test_a_correction_is_told_in_words_and_only_where_something_changed():
    labels = {"capacity": "容纳人数", "floors": "层数", "equipment": "现有设施"}
    before = {"capacity": 500, "floors": 2, "equipment": []}
    assert (
        changes(before, {"capacity": 800, "floors": 2, "equipment": ["灭火器"]}, labels) == "容纳人数：500 → 800；现有设施：（空） → 灭火器"
    )
    assert changes(before, dict(before), labels) == ""


@given(st.sampled_from(ORDER), st.sampled_from(["", *ORDER]))
def test_neither_the_sum_nor_what_stands_is_gone_below_without_a_second_person(computed, standing):
    floor = floor_of(computed, standing)
    assert floor in {computed, standing}
    assert not is_lowered(computed, floor)
    assert standing == "" or not is_lowered(standing, floor)


@given(st.sampled_from(["", *ORDER]), st.sampled_from(["", *ORDER]))
def test_what_is_asked_of_a_grade_is_asked_of_every_greater_one(from_grade, grade):
    asked = binds(from_grade, grade)
    assert asked == (from_grade == "" or (grade != "" and not is_lowered(from_grade, grade)))
