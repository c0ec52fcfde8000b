"""Every declared notice can happen, and says only what it may."""

import re

from governance import registry
from governance.deadlines.sweep import LABELS
from governance.notices.enums import Channel
from governance.notices.texts import LONGEST_TITLE

RULES = registry.declared("notices")
CLOCKS = {*(f"deadline.{kind}" for kind in LABELS), "deadline.recounted"}
FACTS = dict.fromkeys(("number", "label", "state", "office", "place", "due", "site"), "·" * 12)
TERMS = {term.name for term in registry.declared("terms")}
LONGEST_TEXT_MESSAGE = 140  # characters: two parts on every network


def filled(words, rule):
    """The sentence with something in every place; only a rule with facts of its own names others than `FACTS`."""
    own = dict.fromkeys(re.findall(r"%\((\w+)\)s", str(words)), "·" * 12) if rule.facts else {}
    return str(words) % (own | FACTS)


def kinds():
    steps = [(flow.procedure, step) for flow in registry.declared("flows") for step in (flow.opening, *flow.steps)]
    return CLOCKS | {f"{procedure}.{step.name}" for procedure, step in steps}


def test_rules_have_names_of_their_own():
    names = [rule.name for rule in RULES]
    assert names
    assert sorted(names) == sorted(set(names))


def test_the_event_of_a_rule_happens_somewhere():
    happening, procedures = kinds(), registry.case_models()
    assert [rule.name for rule in RULES if rule.event not in happening or rule.procedure not in procedures] == []


def test_its_sentences_can_be_filled():
    wrong = [rule.name for rule in RULES if not 0 < len(filled(rule.title, rule)) <= LONGEST_TITLE or not filled(rule.body, rule)]
    assert wrong == []


def test_a_limit_it_prints_is_a_clock_that_exists():
    assert {rule.term for rule in RULES} <= {"", *TERMS}


def test_a_text_message_is_short_and_its_number_is_sealed():
    def is_sealed(rule):
        return registry.case_models()[rule.procedure]._meta.get_field(rule.phone.field).kind == "phone"

    texts = [rule for rule in RULES if Channel.SMS in rule.channels]
    assert texts
    assert [rule.name for rule in texts if len(filled(rule.body, rule)) > LONGEST_TEXT_MESSAGE or not is_sealed(rule)] == []
