"""Calls for volunteers that could be anywhere in the city, by the month they fit; they stand in `calls.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CALLS = Path(__file__).parent / "calls.csv"
DONE = ("按时到场，秩序很好。", "活动顺利，居民反映不错，下月继续。", "人手充足，提前半小时完成。")
CANCELLED = "气象台发布大风降温预警，为安全取消，另行通知。"


@dataclass(frozen=True)
class Frame:
    """One call: from which hour, how long, for how many, in which months (none: in all)."""

    title: str
    words: str
    hour: int
    hours: float
    places: int
    months: frozenset

    def fits(self, month):
        return not self.months or month in self.months


@cache
def frames():
    with CALLS.open(encoding="utf-8", newline="") as file:
        return [_frame(row) for row in csv.DictReader(file)]


def _frame(row):
    months = frozenset(int(month) for month in row["months"].split())
    facts = {"hour": int(row["hour"]), "hours": float(row["hours"]), "places": int(row["places"]), "months": months}
    return Frame(**{**row, **facts})
