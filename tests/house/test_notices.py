"""Every declared notice can happen, and says only what it may."""

import pytest

from governance import registry
from governance.deadlines.sweep import LABELS
from governance.notices.enums import Channel
from governance.notices.table import NoticeRule
from governance.notices.texts import LONGEST_TITLE

RULES = registry.declared("notices")
CLOCKS = {*(f"deadline.{kind}" for kind in LABELS), "deadline.recounted"}
FACTS = dict.fromkeys(("number", "label", "state", "office", "place", "due", "site"), "·" * 12)
TERMS = {term.name for term in registry.declared("terms")}
LONGEST_TEXT_MESSAGE = 140  # characters: two parts on every network


def kinds():
    steps = [(flow.procedure, step) for flow in registry.declared("flows") for step in (flow.opening, *flow.steps)]
    return CLOCKS | {f"{procedure}.{step.name}" for procedure, step in steps}


def label(rule):
    return rule.name


def test_rules_have_names_of_their_own():
    names = [rule.name for rule in RULES]
    assert names
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("rule", RULES, ids=label)
def test_the_event_of_a_rule_happens_somewhere(rule: NoticeRule):
    assert rule.event in kinds()
    assert rule.procedure in registry.case_models()


@pytest.mark.parametrize("rule", RULES, ids=label)
def test_its_sentences_can_be_filled(rule: NoticeRule):
    assert 0 < len(str(rule.title) % FACTS) <= LONGEST_TITLE
    assert str(rule.body) % FACTS


@pytest.mark.parametrize("rule", RULES, ids=label)
def test_a_limit_it_prints_is_a_clock_that_exists(rule: NoticeRule):
    assert rule.term in {"", *TERMS}


@pytest.mark.parametrize("rule", [rule for rule in RULES if Channel.SMS in rule.channels], ids=label)
def test_a_text_message_is_short_and_its_number_is_sealed(rule: NoticeRule):
    assert len(str(rule.body) % FACTS) <= LONGEST_TEXT_MESSAGE
    model = registry.case_models()[rule.procedure]
    assert model._meta.get_field(rule.phone.field).kind == "phone"
