"""A small sum before a public form is taken, and a field that only machines fill in.

The question travels signed in the form: the token holds a keyed digest of the answer, lives 30 minutes and is used up
by its first check. A sum once solved is not asked again: the form gives back a proof, used up in turn, so that one
solved sum carries one filing and no more.
"""

import secrets
from dataclasses import dataclass

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from governance.web.guard import memory
from governance.web.guard.puzzle import Puzzle, new_puzzle, read_number

PICTURE, WORDS = "picture", "words"
LIFE = 30 * 60  # seconds
SALT = "governance.guard.challenge"
CHANCE = secrets.SystemRandom()


class Refused(ValueError):
    """The answer or the token cannot be accepted."""


class Wrong(Refused):
    """The sum is not right."""


class Stale(Refused):
    """The token is too old, or was not made here."""


class Used(Refused):
    """The token was checked before."""


@dataclass(frozen=True)
class Challenge:
    """A question that was asked, and the token to send back with the answer."""

    kind: str
    puzzle: Puzzle
    token: str


def ask(kind, *, chance=CHANCE):
    """A new question; `kind` only says how it is shown."""
    puzzle, nonce = new_puzzle(chance), _nonce()
    return Challenge(kind, puzzle, _sign(nonce, kind, digest=_digest(nonce, puzzle.answer)))


def proof(kind):
    """A token that stands for a sum already solved."""
    return _sign(_nonce(), kind)


def check(token, answer=""):
    """Accept the answer to the token's question; a proof needs none. Uses the token up. Raises `Refused`."""
    claims = _read(token)
    if claims is None:
        raise Stale
    if not memory.first_use(f"challenge:{claims['n']}", seconds=LIFE):
        raise Used
    if claims["a"] and not constant_time_compare(claims["a"], _digest(claims["n"], read_number(answer))):
        raise Wrong


def is_proof(token):
    """Whether the token needs no answer."""
    claims = _read(token)
    return claims is not None and not claims["a"]


def kind_of(token):
    """How the token's question was shown; a picture when the token cannot be read."""
    claims = _read(token)
    return claims["k"] if claims else PICTURE


def _nonce():
    return secrets.token_urlsafe(12)


def _digest(nonce, answer):
    return salted_hmac(SALT, f"{nonce}:{answer}", algorithm="sha256").hexdigest()


def _sign(nonce, kind, *, digest=""):
    return signing.dumps({"n": nonce, "k": kind, "a": digest}, salt=SALT)


def _read(token):
    try:
        return signing.loads(token, salt=SALT, max_age=LIFE)
    except signing.BadSignature:
        return None
