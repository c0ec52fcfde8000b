"""Activities that could be in any village of the city, by the month they fit; they stand in `activities.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ACTIVITIES = Path(__file__).parent / "activities.csv"
ORGANISERS = {"law": "司法所、{here}", "virtue": "新时代文明实践站", "safety": "派出所、{here}", "service": "{here}"}
VENUES = (("村委会院内", "文化广场", "村小学操场"), ("社区党群服务中心", "小区中心广场", "社区活动室"))
CANCELLED = ("当日有大风沙尘预警，取消举行。", "场地临时维修，取消举行，改期另行公告。")


@dataclass(frozen=True)
class Frame:
    """One activity: from which hour, how long, for how many, in which months (none: in all), and what is told of it afterwards."""

    kind: str
    title: str
    words: str
    hour: int
    hours: float
    capacity: int | None
    months: frozenset
    outcome: str

    def fits(self, month):
        return not self.months or month in self.months


@cache
def frames():
    with ACTIVITIES.open(encoding="utf-8", newline="") as file:
        return [_frame(row) for row in csv.DictReader(file)]


def _frame(row):
    months = frozenset(int(month) for month in row["months"].split())
    facts = {"hour": int(row["hour"]), "hours": float(row["hours"]), "capacity": int(row["capacity"] or 0) or None, "months": months}
    return Frame(**{**row, **facts})
