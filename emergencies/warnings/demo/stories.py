"""What the demo's offices warned of. Invented: no real event is told."""

import csv
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

FILE = Path(__file__).parent / "stories.csv"
CHANGES = ("headline", "level", "text")


@dataclass(frozen=True)
class Story:
    """One message: when it was drafted before now, for how long it holds, and what became of it (`fate` drafted and checked stop there).

    `changed` is what an update says otherwise, `after` when that was; `cancel` the words of the all-clear.
    """

    ago: timedelta
    office: str
    kind: str
    level: str
    headline: str
    text: str
    places: tuple
    holds: timedelta
    fate: str
    after: timedelta
    change: str
    changed: dict
    cancel: str


def read(row):
    return Story(
        ago=minutes(row["minutes_ago"]), places=tuple(row["places"].split()), holds=minutes(row["minutes"]), after=minutes(row["after"]),
        changed={name: row[f"new_{name}"] for name in CHANGES if row[f"new_{name}"]},
        **{name: row[name] for name in ("office", "kind", "level", "headline", "text", "fate", "change", "cancel")},
    )  # fmt: skip


def minutes(text):
    return timedelta(minutes=int(text))


def read_all():
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(read(row) for row in csv.DictReader(file))


STORIES = read_all()
