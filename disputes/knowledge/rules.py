"""Which questions a text may already be answered by, and the limits an answer names. No Django, no clock."""

import re
from dataclasses import dataclass

from disputes.complaints.rules import similar_words

LIMIT = re.compile(r"\{limit:([a-z_]+\.[a-z_]+)\}")
MOST_WORDS = 40  # of a text that are looked at
FITS_FROM = 4  # a keyword of two characters, or two pairs of the title
SAME_MATTER = 3


@dataclass(frozen=True)
class Entry:
    """A published question as its words; `categories` are its own and the group's."""

    key: int
    title: str
    words: tuple
    categories: frozenset = frozenset()


def fitting(text, entries, *, categories=frozenset(), most=3):
    """Keys of the entries a text fits, the best first; empty where none speaks of the same."""
    pairs = similar_words(text, most=MOST_WORDS)
    scored = [(score(text, pairs, entry), entry) for entry in entries]
    found = [(points + SAME_MATTER * bool(categories & entry.categories), entry.key) for points, entry in scored if points >= FITS_FROM]
    return [key for _points, key in sorted(found, key=lambda pair: (-pair[0], pair[1]))[:most]]


def score(text, pairs, entry):
    """Keywords count by their length, twice; what the titles share, by the pair."""
    own = sum(len(word) for word in entry.words if word in text)
    return 2 * own + 2 * sum(pair in entry.title for pair in pairs)


def limits_in(text):
    """Codes of the limits a text names: {limit:complaints.handle}."""
    return list(dict.fromkeys(LIMIT.findall(text)))


def filled_in(text, lengths, *, otherwise):
    """The text with each limit in words; `lengths` is {code: words}, `otherwise` stands for one that is not in force."""
    return LIMIT.sub(lambda found: lengths.get(found[1], otherwise), text)


def keywords_of(text):
    return tuple(word for word in text.split("|") if word)
