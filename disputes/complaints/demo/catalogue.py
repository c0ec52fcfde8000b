"""The catalogue and the sentences of the demo, read once from the CSV files that lie beside the code. No Django."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
SENTENCES = Path(__file__).parent / "sentences"
TROUBLE = frozenset(["help", "complaint", "report"])  # kinds that tell of something wrong; the other two ask and propose
EVERY_MONTH = frozenset(range(1, 13))


@dataclass(frozen=True)
class Frame:
    """One sentence with slots. `use`: trouble, consult, suggestion, and for answers solved, unsolved, answer."""

    category: str
    use: str
    months: frozenset
    title: str
    text: str


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def months(text):
    """Months from "10-4" (over the year's end), "6-9" or "" (all)."""
    if not text:
        return EVERY_MONTH
    first, last = (int(part) for part in text.split("-"))
    return frozenset((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))


@cache
def categories():
    """code → row of categories.csv, tops and second level."""
    return {row["code"]: row for row in rows(DATA / "categories.csv")}


@cache
def leaves():
    """Codes of the second level, in the order of the catalogue."""
    return tuple(code for code, row in categories().items() if row["parent_code"])


@cache
def frames():
    """(category, use) → frames."""
    found = {}
    for path in sorted(SENTENCES.glob("*.csv")):
        for row in rows(path):
            frame = Frame(row["category"], row["use"], months(row["months"]), row["title"], row["text"])
            found.setdefault((frame.category, frame.use), []).append(frame)
    return {key: tuple(group) for key, group in found.items()}


@cache
def suited(category_code, kind, month):
    """The frames for a kind of demand in a month; empty where nobody would write so at that time of the year."""
    use = "trouble" if kind in TROUBLE else kind
    return tuple(frame for frame in frames().get((category_code, use), ()) if month in frame.months)
