"""How messages are signed and laid over one another."""

from hypothesis import given
from hypothesis import strategies as st

from emergencies.hotlines import rules

FACTS = st.dictionaries(st.sampled_from(["kind", "dead", "address", "status"]), st.integers(0, 9))
MESSAGES = st.dictionaries(st.integers(1, 50), FACTS, max_size=8)


@given(MESSAGES, st.randoms(use_true_random=False))
def test_messages_say_the_same_in_whatever_order_and_however_often(messages, chance):
    told = [*messages.items()]
    shuffled = chance.sample(told, len(told)) + chance.choices(told, k=3) if told else []
    assert rules.merged(shuffled) == rules.merged(told)


@given(MESSAGES)
def test_of_each_field_the_highest_revision_that_names_it_counts(messages):
    found = rules.merged(messages.items())
    for name, value in found.items():
        assert value == messages[max(revision for revision, facts in messages.items() if name in facts)][name]


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_a_signature_holds_for_its_content_alone(content, other):
    one, two = (rules.signature("secret", "1700000000", "a" * 16, told) for told in (content, other))
    assert rules.is_same(one.upper(), one)
    assert rules.is_same(one, two) == (content == other)


def test_what_is_needed_is_named_in_its_order():
    assert rules.missing({"place_code": "150102", "description": ""}) == ["description", "occurred_at"]
