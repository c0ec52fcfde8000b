"""How grave a risk is, which result fits, and what an assessment lacks; never a word of persons."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from disputes.stability.models import OpinionCollection, RiskPoint, StabilityAssessment
from disputes.stability.rules import LEVELS, RESULTS, counts_fault, end_of, is_milder, lacking, level_of, names_a_person, overall, start_of

STEPS = some.integers(1, 5)
LEVEL = some.sampled_from(LEVELS)


@given(STEPS, STEPS, STEPS)
def test_more_of_either_is_never_less_grave(likelihood, effect, more):
    first, second = (level_of(one, effect, medium_from=5, high_from=12) for one in sorted((likelihood, more)))
    assert LEVELS.index(first) <= LEVELS.index(second)


@given(some.lists(LEVEL, min_size=1))
def test_the_whole_is_as_grave_as_its_gravest_point(levels):
    assert overall(levels) in levels
    assert all(LEVELS.index(one) <= LEVELS.index(overall(levels)) for one in levels)


@given(some.sampled_from(RESULTS), LEVEL)
def test_no_is_never_too_mild_and_a_high_risk_never_simply_goes(result, level):
    assert not is_milder("no", level)
    assert is_milder("go", "high")
    assert is_milder(result, level) == (RESULTS.index(result) < LEVELS.index(level))


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"collections": 0, "levels": {1: "low"}, "measured": set(), "result": "go"}, "opinions"),
        ({"collections": 1, "levels": {}, "measured": set(), "result": "go"}, "risks"),
        ({"collections": 1, "levels": {1: "medium"}, "measured": set(), "result": "conditions"}, "measures"),
        ({"collections": 1, "levels": {1: "high"}, "measured": set(), "result": "no"}, ""),
        ({"collections": 1, "levels": {1: "high"}, "measured": {1}, "result": "conditions"}, ""),
    ],
)
def test_what_stands_in_the_way_of_a_conclusion(facts, missing):
    assert lacking(**facts) == missing


def test_opinions_are_counts_of_those_who_came():
    assert counts_fault(10, [5, 5, 1])
    assert not counts_fault(10, [5, 5, 0])


@pytest.mark.parametrize(("text", "found"), [("联系13800000000", True), ("约1200户", False), ("150102199001011234", True)])
def test_a_summary_names_nobody(text, found):
    assert names_a_person(text) is found


def test_a_day_ends_where_the_next_begins():
    assert end_of(date(2026, 11, 30)) == start_of(date(2026, 12, 1))


def test_no_column_speaks_of_a_person():
    columns = {field.name for model in (StabilityAssessment, OpinionCollection, RiskPoint) for field in model._meta.get_fields()}
    assert not {name for name in columns if name in {"name_of", "person", "phone", "respondent", "opinion_of", "id_number"}}
