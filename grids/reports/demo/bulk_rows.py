"""The rows of the bulk load as lines of COPY: one report and the chain of its events."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from django.utils.timezone import localtime

from governance.cases.rules import compose
from governance.cases.services import take_serials
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post
from governance.timeline.rules import digest, moment
from grids.mesh.demo.names import is_rural
from grids.mesh.models import Assignment, Grid
from grids.reports.demo import texts
from grids.reports.enums import State
from grids.reports.flow import FLOW
from grids.reports.models import ReportKind
from grids.reports.rules import title_of

CITY_TIME = ZoneInfo("Asia/Shanghai")
YEARS, ONGOING_DAYS = 5 * 365, 6
OPENS, WORKDAY = timedelta(hours=8), timedelta(hours=10)
TEXTS_OF_A_KIND = 40
NULL = r"\N"
HANDLERS = (Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER)
COUNTY, TOWNSHIP = 6, 9  # characters of a path
WAYS = {  # state → how often among those under way or ended, and the steps its events tell
    State.REPORTED: (15, ()),
    State.VILLAGE: (30, ("pass_to_village",)),
    State.TOWNSHIP: (25, ("pass_to_village", "pass_to_township")),
    State.DEPARTMENT: (15, ("pass_to_village", "pass_to_township", "pass_to_department")),
    State.ANSWERED: (15, ("pass_to_village", "answer")),
    State.SOLVED: (52, ("solve",)),
    State.CONFIRMED: (46, ("pass_to_village", "answer", "confirm")),
    State.WITHDRAWN: (2, ("withdraw",)),
}
ONGOING, ENDED = tuple(WAYS)[:5], tuple(WAYS)[5:]
BY_OFFICE = {"pass_to_township", "pass_to_department", "answer"}
LABELS = {step.name: str(step.label) for step in (FLOW.opening, *FLOW.steps)}
REPORT_COLUMNS = (
    "id", "number", "title", "place_id", "place_path", "office_id", "office_ids", "barred_ids", "barred_people", "opened_at", "closed_at",
    "version", "state", "kind_id", "grid_id", "reporter_id", "description", "landmark", "contact_name", "contact_phone", "signed_at",
    "extension_asked", "answered_from", "answered_at", "sent_back", "passed_on", "answer_kept", "spot_kept", "village_kept",
)  # fmt: skip
EVENT_COLUMNS = (
    "content_type_id", "object_id", "case_number", "sequence", "kind", "label", "at", "recorded_at", "by_id", "post_id", "actor", "note",
    "data", "public", "previous", "digest",
)  # fmt: skip


@dataclass
class Ground:
    """What the rows draw from, read once: (grid, village office, township office) rows, who serves where, kinds, texts."""

    type_id: int
    grids: list
    workers: dict
    handlers: dict
    kinds: list
    weights: list
    texts: dict
    bureaus: dict

    @classmethod
    def read(cls, rng, *, type_id, at):
        offices = {(office.type, office.trade, office.place.path): office.pk for office in Office.objects.in_use().select_related("place")}
        serving = Assignment.objects.current(at).responsible().values_list("grid", "post__user", "post")
        posts = Post.objects.live(at).filter(role__in=HANDLERS).values_list("office", "user", "pk")
        workers = {grid: (user, post) for grid, user, post in serving}
        kinds = list(ReportKind.objects.filter(code__in=texts.KINDS).order_by("order"))
        return cls(
            type_id=type_id,
            grids=[_placed(grid, offices) for grid in Grid.objects.filter(pk__in=workers).select_related("place").order_by("place_path")],
            workers=workers,
            handlers={office: (user, post) for office, user, post in posts},
            kinds=kinds,
            weights=list(accumulate(texts.KINDS[kind.code] for kind in kinds)),
            texts={key: words for kind in kinds for key, words in _texts(rng, kind)},
            bureaus={(trade, path): pk for (kind, trade, path), pk in offices.items() if kind == OfficeType.BUREAU},
        )


def _placed(grid, offices):
    path = grid.place.path
    village, township = offices[OfficeType.VILLAGE, "", path], offices[OfficeType.TOWNSHIP, "", path[:TOWNSHIP]]
    return grid.pk, grid.place_id, path, is_rural(grid.place), village, township


def _texts(rng, kind):
    """((kind, month, rural), [(title, description)]) pairs."""
    for month in range(1, 13):
        for rural in (False, True):
            drawn = [texts.frame_of(rng, kind.code, month, rural=rural) for _ in range(TEXTS_OF_A_KIND)]
            words = [texts.filled(rng, frame.text, rural=rural) for frame in drawn]
            yield (kind.code, month, rural), [(title_of(kind.label, text), text) for text in words]


def days_of(count, *, at):
    """(day, how many reports) over the years before `at`, spread evenly; sums to `count`."""
    last = localtime(at, CITY_TIME).date()
    marks = [round(count * number / YEARS) for number in range(YEARS + 1)]
    for number in range(YEARS):
        if amount := marks[number + 1] - marks[number]:
            yield last - timedelta(days=YEARS - number), amount


def reports_of(rng, ground, day, amount, *, first, at):
    """(line of the report, lines of its events) of a day's reports, in the order of time."""
    begin, serial = datetime.combine(day, time.min, CITY_TIME) + OPENS, take_serials(day, amount)
    chance = 2.718281828 ** (-max(0, (at - begin).days - 1) / ONGOING_DAYS)  # of being under way still
    for index in range(amount):
        opened = begin + WORKDAY * (index / amount)
        states = ONGOING if rng.random() < chance else ENDED
        state = rng.choices(states, [WAYS[one][0] for one in states])[0]
        yield _report(rng, ground, state, first + index, compose(day, serial + index), opened)


def _report(rng, ground, state, key, number, opened):
    grid, place, path, rural, village, township = rng.choice(ground.grids)
    kind = rng.choices(ground.kinds, cum_weights=ground.weights)[0]
    title, text = rng.choice(ground.texts[kind.code, opened.month, rural])
    bureau = ground.bureaus.get((kind.trade, path[:COUNTY]), township)
    office = {State.TOWNSHIP: township, State.DEPARTMENT: bureau}.get(state, village)
    offices = dict.fromkeys([village, *([township] if state in (State.TOWNSHIP, State.DEPARTMENT) else ()), office])
    steps, pace = WAYS[state][1], timedelta(hours=1 + 6 * rng.random())
    moments = [opened + pace * (place + 1) for place in range(len(steps))]
    answered = next((when for step, when in zip(steps, moments, strict=True) if step == "answer"), None)
    kept = _flag(rng.random() < 0.9) if answered else NULL
    worker = ground.workers[grid]
    line = (
        key, number, title, place, path, office, f"{{{','.join(map(str, offices))}}}", "{}", "{}", opened.isoformat(),
        moments[-1].isoformat() if state in ENDED else NULL, len(steps) + 1, state.value, kind.pk, grid, worker[0], text, "", "", "",
        moments[-1].isoformat() if state in ONGOING[1:] and rng.random() < 0.5 else NULL, "f", "village" if answered else "",
        answered.isoformat() if answered else NULL, "f", _flag("pass_to_village" in steps), kept, _flag(True) if steps else NULL, kept,
    )  # fmt: skip
    people = {step: ground.handlers.get(village) if step in BY_OFFICE else worker for step in steps}
    return _line(line), _history(ground.type_id, key, number, [("report", opened, worker)], steps, moments, people)


def _flag(value):
    return "t" if value else "f"


def _line(values):
    return "\t".join(map(str, values)) + "\n"


def _history(type_id, key, number, told, steps, moments, people):
    """The chain of events, sealed as the timeline seals it."""
    told, previous = [*told, *((step, when, people[step]) for step, when in zip(steps, moments, strict=True))], ""
    for sequence, (step, when, person) in enumerate(told, start=1):
        user, post = person or ("", "")
        kind, label, actor = f"reports.{step}", LABELS[step], "staff" if user else "system"
        facts = [str(type_id), str(key), number, str(sequence), kind, label, moment(when), str(user), str(post), actor, "", "{}", "0"]
        sealed, at = digest(previous, facts), when.isoformat()
        yield _line(
            (type_id, key, number, sequence, kind, label, at, at, user or NULL, post or NULL, actor, "", "{}", "f", previous, sealed)
        )
        previous = sealed
