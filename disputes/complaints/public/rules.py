"""Which category a text speaks of, and what of a title strangers may read. No Django, no clock."""

import re
from dataclasses import dataclass

# A title with one of these may name its writer; then the category stands in its place.
PERSONAL = (
    "我叫", "我是", "本人", "名叫", "姓名", "联系人", "联系方式", "电话", "手机", "身份证", "微信", "住址", "家住",
)  # fmt: skip
TELLING = re.compile(
    r"(?:[0-9０-９一二三四五六七八九十]+\s*(?:号楼|号院|单元|栋|幢|楼|层|室|户|号|门)"  # a house, a flat
    r"|[0-9０-９A-Za-z][0-9０-９A-Za-z\-－]{2,})+"  # telephones, identity numbers, number plates
)


@dataclass(frozen=True)
class Entry:
    """A category as its words: those of the matter itself, and those of the group it stands in."""

    key: int
    words: tuple
    group_words: tuple


def suggested(text, entries, *, most=3):
    """Keys of the categories a text speaks of, the likeliest first; empty where no word is known."""
    scored = [(score(text, entry), entry.key) for entry in entries]
    found = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], pair[1]))
    return [key for _score, key in found[:most]]


def score(text, entry):
    """Longer words say more, those of the matter itself count twice. 0 without one of its own."""
    own = sum(len(word) for word in entry.words if word in text)
    return own and 2 * own + sum(len(word) for word in entry.group_words if word in text)


def title_for_strangers(title):
    """A title without house, flat, telephone or plate; None where it may name a person.

    Personal information law art. 6 (no more than needed) and 25 (nothing made public without consent).
    """
    if any(word in title for word in PERSONAL):
        return None
    return TELLING.sub("…", title)
