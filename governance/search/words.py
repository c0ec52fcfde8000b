"""Taking a typed question apart, the same way as the SQL function takes a text apart. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from governance.search.sql import FIRST_HAN, FIRST_RARE_HAN, LAST_HAN, WORD_LETTERS

MOST_WORDS = 8  # of one question; further ones are left out
LONGEST_TERM = 32  # characters of one word
SHORTEST_RECHECK = 3  # characters from which neighbouring bigrams may come from different places of a text

_RUNS = re.compile(f"[{FIRST_HAN}-{LAST_HAN}{FIRST_RARE_HAN}-\U0010ffff]+|[{WORD_LETTERS}]+")
_ASCII_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_NUMBER = re.compile(r"^hs-?(\d{8})-?(\d{6})-?([0-9x])$")
_NUMBER_HEAD = re.compile(r"^hs-\d{4,8}(?:-\d{0,6})?$")


@dataclass(frozen=True)
class Word:
    """One word of the question: `lexemes` every hit must have, `prefixes` some lexeme must begin with, `text` it must
    contain.

    `text` is empty where the lexemes alone are exact (a two-character word).
    """

    lexemes: tuple[str, ...]
    prefixes: tuple[str, ...]
    text: str


def normal(text):
    """The spelling both sides are compared in: NFKC and ASCII lower case, as `governance_normal` does."""
    return unicodedata.normalize("NFKC", text).translate(_ASCII_LOWER)


def words(question):
    """The words of a question, separated by spaces and punctuation at their ends; all of them must match."""
    parts = (_trimmed(part) for part in normal(question).split())
    return [_word(part[:LONGEST_TERM]) for part in parts if part][:MOST_WORDS]


def case_number(question):
    """`HS-20261123-000123-7` for any spelling of a whole case number, else None."""
    found = _NUMBER.match(normal(question).strip())
    return "HS-{}-{}-{}".format(*found.groups()).upper() if found else None


def case_number_head(question):
    """`HS-20261123` for the beginning of a case number, else None."""
    typed = normal(question).strip()
    return typed.upper() if _NUMBER_HEAD.match(typed) else None


def _trimmed(part):
    runs = list(_RUNS.finditer(part))
    return part[runs[0].start() : runs[-1].end()] if runs else ""


def _word(part):
    runs = _RUNS.findall(part)
    chinese = [run for run in runs if run[0] >= FIRST_HAN]
    lexemes = tuple(first + second for run in chinese for first, second in pairwise(run))
    prefixes = tuple(run for run in runs if run[0] < FIRST_HAN)
    exact = runs == [part] and (len(lexemes) == 1 or bool(prefixes))
    return Word(lexemes, prefixes, "" if exact else part)
