"""Notices to put up on a wall: one A4 page each, large enough to be read from two steps away, with a code that leads to the page."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from governance.papers.pdf import typeset
from governance.papers.qr import drawn

SOURCE = Path(__file__).parent / "poster.typ"


@dataclass(frozen=True)
class Poster:
    """`rows` are (label, words) pairs; `address` is what the code holds, printed below it too; `told` stands beside the code."""

    heading: str
    name: str
    rows: Sequence
    address: str
    told: str
    foot: str = ""


def posters_pdf(posters, *, title):
    """One page for each, in their order."""
    sheets = [{**asdict(poster), "code": drawn(poster.address).decode()} for poster in posters]
    return typeset(SOURCE, {"title": title, "sheets": sheets})
