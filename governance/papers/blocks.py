"""A text file's template filled with facts, as blocks to be typeset: the same files as Word's, read without Word.

What people typed stays text: marks count in the template alone, never in what is filled in.
"""

import re
from dataclasses import asdict, dataclass, field
from functools import lru_cache

from jinja2 import Environment

from governance.papers.templates import MARKS, ROOM

BLOCK, PART = "\x1e", "\x1f"
PICTURE = "! "  # a line with the bytes of a picture in hexadecimal, as a signature on the screen; only in what is typeset
_TAG = re.compile(r"\{%(?:p|tr)\s")
_CONTROLS = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n")


@dataclass
class Block:
    """One paragraph (`kind`: title heading right left center head number body), a table of `rows`, a `picture` (its bytes the only row),
    `space`, or a `break` of the page."""

    kind: str
    text: str = ""
    columns: int = 0
    rows: list = field(default_factory=list)

    def plain(self):
        return asdict(self)


def blocks(path, facts):
    """The paper's blocks in their order."""
    found = []
    for chunk in _template(path).render(facts).split(BLOCK)[1:]:
        kind, *parts = chunk.split(PART)
        parts = [part.strip("\n ") for part in parts]
        if kind == "picture":
            found.append(Block(kind, rows=[[*bytes.fromhex(parts[0])]]))
        elif kind != "row":
            found.append(Block(kind, parts[0]))
        elif found and found[-1].kind == "table":
            found[-1].rows.append(parts)
        else:
            found.append(Block("table", columns=len(parts), rows=[parts]))
    return found


@lru_cache
def _template(path):
    lines = [_line(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return Environment(finalize=_text).from_string("\n".join(lines))  # noqa: S701  (no markup is made of it)


def _text(value):
    """A value as text that cannot be taken for the end of a block."""
    return str(value).translate(_CONTROLS)


def _line(line):
    if line.startswith(("{%p ", "{%tr ")):
        return _TAG.sub("{% ", line)
    if line == "---":
        return f"{BLOCK}break{PART}"
    if line.startswith("|"):
        return BLOCK + PART.join(["row", *line.strip("|").split("|")])
    if line.startswith(PICTURE):
        return f"{BLOCK}picture{PART}{line.removeprefix(PICTURE)}"
    if line == ROOM:
        return f"{BLOCK}space{PART}"
    if not line:
        return f"{BLOCK}gap{PART}"
    mark = next((mark for mark in MARKS if line.startswith(mark)), "")
    return f"{BLOCK}{MARKS.get(mark, 'body')}{PART}{line.removeprefix(mark)}"
