"""Limits by kind, and what an agreement must hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.mediation.enums import Kind
from disputes.mediation.rules import BY_WORD, IN_WRITING, accept_limit, lacking, limit_of, paragraphs, ways_of
from governance.deadlines.models import Limit


@pytest.mark.django_db
@pytest.mark.parametrize("kind", Kind.values)
def test_every_kind_runs_under_a_limit_that_exists(kind):
    wanted = {limit_of(kind), accept_limit(kind)}
    assert set(Limit.objects.filter(code__in=wanted).values_list("code", flat=True)) == wanted


@pytest.mark.parametrize(("kind", "limit"), [("medical", "medical"), ("family", "family"), ("neighbour", "general")])
def test_kinds_with_a_law_of_their_own_have_their_own_limit(kind, limit):
    assert limit_of(kind) == f"mediation.{limit}"


@given(st.sets(st.sampled_from(IN_WRITING)))
def test_an_agreement_lacks_exactly_what_was_left_out(filled):
    facts = dict.fromkeys(filled, "文字")
    assert set(lacking("written", facts)) == set(IN_WRITING) - filled
    assert set(lacking("oral", facts)) == set(BY_WORD) - filled


@given(st.text())
def test_paragraphs_say_something_and_hold_no_line_break(text):
    assert all(line and "\n" not in line and line == line.strip() for line in paragraphs(text))


def test_ways_are_told_as_label_and_text():
    assert ways_of("起诉：向人民法院起诉。\n申请仲裁") == [{"label": "起诉", "text": "向人民法院起诉。"}, {"label": "申请仲裁", "text": ""}]
