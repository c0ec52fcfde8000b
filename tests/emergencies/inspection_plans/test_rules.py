"""The draw can be done again by anybody, and nobody can know it beforehand."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emergencies.inspection_plans.rules import digest_of, drawn, pairs, rank, seed_of

NUMBERS = st.sets(st.text("0123456789", min_size=1, max_size=6), min_size=1, max_size=30)


def test_a_stranger_with_a_pocket_tool_finds_the_same_ranks():
    seed = seed_of("20261123-1", digest_of(["A", "B"]), "03 11 19 22 27 30 08")
    assert rank(seed, "A") == hashlib.sha256(f"{seed}|A".encode()).hexdigest()


@given(NUMBERS, st.integers(0, 40), st.text(max_size=10))
def test_as_many_as_wanted_are_drawn_whatever_their_order(numbers, count, seed):
    found = drawn(seed, sorted(numbers), count)
    assert len(found) == min(count, len(numbers))
    assert found == drawn(seed, sorted(numbers, reverse=True), count)


@given(NUMBERS, st.integers(0, 5), st.text(max_size=10))
def test_what_is_always_inspected_takes_nobody_s_lot(numbers, count, seed):
    always = set(sorted(numbers)[:2])
    found = drawn(seed, numbers, count, always=always)
    assert always <= set(found)
    assert len(found) == len(always) + min(count, len(numbers - always))


@given(NUMBERS, st.sets(st.integers(1, 99), min_size=2, max_size=7), st.text(max_size=10))
def test_two_different_people_are_sent_and_the_work_is_even(numbers, people, seed):
    sent = pairs(seed, sorted(numbers), people)
    assert all(first != second for first, second in sent.values())
    load = [sum(person in pair for pair in sent.values()) for person in people]
    assert max(load) - min(load) <= 1


def test_one_person_is_not_enough():
    with pytest.raises(ValueError, match="takes two"):
        pairs("seed", ["A"], [7])


def test_another_public_number_draws_others():
    numbers = [f"{number:03}" for number in range(200)]
    first, second = (drawn(seed_of("1", digest_of(numbers), number), numbers, 20) for number in ("1", "2"))
    assert set(first) != set(second)
