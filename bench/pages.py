"""What is measured: each page with its person, its floor, and what it may cost."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

READ, WRITE = "fifty_rows", "one_insert"
NOTE = "已到现场查看，正在协调。"


@dataclass(frozen=True)
class Request:
    path: str
    data: dict | None = None
    expected: int = 200


@dataclass(frozen=True)
class Page:
    """A page to measure. `who(facts, client)` names the session, `ask(facts, client)` makes the next request of a client."""

    name: str
    scope: str
    floor: str
    who: Callable
    ask: Callable
    ratio_aim: float
    statements_aim: int | None = None
    growth_aim: float = 1.2


FLOORS = {
    READ: Page(READ, "", "", lambda facts, client: None, lambda facts, client: Request("/bench/fifty-rows/"), 1),
    WRITE: Page(WRITE, "", "", lambda facts, client: None, lambda facts, client: Request("/bench/one-insert/", {"note": NOTE}), 1),
}


def _as(name):
    return lambda facts, client: facts["sessions"][name]


def _at(path):
    return lambda facts, client: Request(path.format(**facts))


def _filing(facts, client):
    submission = uuid4()
    place = facts["places"][submission.int % len(facts["places"])]
    return Request("/complaints/create/", {**facts["filing"], **place, "submission": str(submission)}, 303)


def _case(facts, client):
    return facts["cases"][client % len(facts["cases"])]


def _step(facts, client):
    return Request(f"/complaints/{_case(facts, client)['number']}/progress/", {"note": NOTE}, 302)


PAGES = (
    Page("list", "city", READ, _as("operator"), _at("/complaints/"), 1.5, 12),
    Page("list", "county", READ, _as("county"), _at("/complaints/"), 1.5, 12),
    Page("list", "township", READ, _as("township"), _at("/complaints/"), 1.5, 12),
    Page("list", "village", READ, _as("village"), _at("/complaints/"), 1.5, 12),
    Page("list of all states", "city", READ, _as("operator"), _at("/complaints/?state=all"), 1.5, 12),
    Page("reports list", "city", READ, _as("official"), _at("/reports/"), 1.5, 12),
    Page("reports list", "county", READ, _as("county"), _at("/reports/"), 1.5, 12),
    Page("reports list", "township", READ, _as("township"), _at("/reports/"), 1.5, 12),
    Page("reports list", "village", READ, _as("village"), _at("/reports/"), 1.5, 12),
    Page("reports of all states", "township", READ, _as("township"), _at("/reports/?state=all"), 1.5, 12),
    Page("grid desk", "township", READ, _as("township"), _at("/stations/"), 4, 40),
    Page("detail", "city", READ, _as("operator"), _at("/complaints/{detail}/"), 2, 15),
    Page("dashboard", "city", READ, _as("official"), _at("/dashboard/"), 2),
    Page("dashboard", "county", READ, _as("county_official"), _at("/dashboard/"), 2),
    Page("filing", "city", WRITE, _as("operator"), _filing, 6),
    Page("step", "office", WRITE, lambda facts, client: _case(facts, client)["session"], _step, 6),
)
