"""Tokens: signed, short-lived, used once, and silent about the answer."""

import base64
import random

import pytest
import time_machine
from django.core import signing

from governance.web.guard import challenge
from governance.web.guard.challenge import PICTURE, WORDS, Stale, Used, Wrong, ask, check, is_proof, kind_of, proof

NOON = "2026-11-23T12:00:00+08:00"
QUARTER_PAST = "2026-11-23T12:15:00+08:00"
LATER = "2026-11-23T12:31:00+08:00"


def test_the_right_answer_is_accepted():
    asked = ask(WORDS)
    check(asked.token, str(asked.puzzle.answer))
    assert kind_of(asked.token) == WORDS


def test_a_wrong_answer_is_not_and_uses_the_token_up():
    asked = ask(PICTURE)
    with pytest.raises(Wrong):
        check(asked.token, "99")
    with pytest.raises(Used):
        check(asked.token, str(asked.puzzle.answer))


def test_an_answer_counts_once():
    asked = ask(PICTURE)
    check(asked.token, str(asked.puzzle.answer))
    with pytest.raises(Used):
        check(asked.token, str(asked.puzzle.answer))


@pytest.mark.parametrize("answer", ["", "八个", "None"])
def test_no_number_is_a_wrong_answer(answer):
    with pytest.raises(Wrong):
        check(ask(PICTURE).token, answer)


def test_a_token_lives_thirty_minutes():
    with time_machine.travel(NOON, tick=False):
        early, late = ask(PICTURE), ask(PICTURE)
    with time_machine.travel(QUARTER_PAST, tick=False):
        check(early.token, str(early.puzzle.answer))
    with time_machine.travel(LATER, tick=False), pytest.raises(Stale):
        check(late.token, str(late.puzzle.answer))


FOREIGN = signing.dumps({"n": "1", "k": PICTURE, "a": ""}, salt="another")


@pytest.mark.parametrize("token", ["", "x", FOREIGN], ids=["empty", "no token", "of another page"])
def test_a_token_not_made_here_is_stale(token):
    with pytest.raises(Stale):
        check(token, "8")
    assert not is_proof(token)


def test_a_proof_needs_no_answer_and_counts_once():
    token = proof(WORDS)
    assert is_proof(token)
    check(token)
    with pytest.raises(Used):
        check(token)


def test_a_question_is_no_proof():
    assert not is_proof(ask(PICTURE).token)


def test_the_token_does_not_tell_the_answer():
    """The same sum asked twice carries different digests: nobody builds a table of answers."""
    first, second = (ask(PICTURE, chance=random.Random(7)) for _ in range(2))
    claims = [signing.loads(asked.token, salt=challenge.SALT) for asked in (first, second)]
    assert first.puzzle == second.puzzle
    assert claims[0]["a"] != claims[1]["a"]
    assert set(claims[0]) == {"n", "k", "a"}


def test_the_payload_holds_no_more_than_nonce_kind_and_digest():
    payload = ask(PICTURE).token.split(":")[0]
    assert len(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))) < 140


def test_without_a_cache_the_answer_still_decides(broken_cache):
    asked = ask(PICTURE)
    check(asked.token, str(asked.puzzle.answer))
    with pytest.raises(Wrong):
        check(asked.token, "99")
