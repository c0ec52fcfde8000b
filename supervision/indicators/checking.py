"""Holds every kept figure against what its rows say now, and against the rows its list would open. Reads one snapshot of the database.

In a snapshot a figure that differs has a mark that waits (both are written in one transaction), or it is wrong.
"""

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field

import structlog
from django.db import connection, transaction
from django.db.models import Count, Max, Min, Sum
from django.db.models.functions import TruncMonth

from governance import registry
from governance.cases.indicators import DENOMINATOR, LEFT_OUT, NUMERATOR
from governance.places.enums import Level
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.web.figures import OpenedFigure
from supervision.indicators.days import CITY_TIME, by_day, own_days, raised_days
from supervision.indicators.models import DayFigure, Figure, FigureCheck, StaleMonth
from supervision.indicators.rules import STOCK
from supervision.indicators.services import COUNTED, NOTHING, counted_procedures, indicators_of, settle_month

TOLD = 20  # differences that are kept as examples

logger = structlog.get_logger(__name__)


@dataclass
class Outcome:
    """What a check found; `wrong` are the (procedure, month) pairs to be counted again."""

    checked: int = 0
    waiting: int = 0
    different: int = 0  # from the recount
    unopened: int = 0  # from the rows that are opened
    either: int = 0
    examples: list = field(default_factory=list)
    wrong: set = field(default_factory=set)

    def note(self, one, path, when, kept, now, opened):
        """Take down one figure."""
        self.different += kept != now
        self.unopened += kept != opened
        self.either += 1
        self.wrong.add((one.procedure, when.replace(day=1)))
        if len(self.examples) < TOLD:
            told = {"kept": kept, "counted": now, "opened": opened}
            self.examples.append({"indicator": one.code, "place": path, "when": f"{when:%F}"} | told)

    def told(self):
        """For programs."""
        return {
            "checked": self.checked, "different": self.either, "different_from_recount": self.different,
            "different_from_opened_rows": self.unopened, "waiting": self.waiting, "examples": self.examples,
        }  # fmt: skip


def check(*, procedures=None):
    """Every figure of the procedures, or of all; changes nothing."""
    outcome = Outcome()
    with snapshot():
        marks = awaited()
        for procedure in sorted(procedures or counted_procedures()):
            indicators = indicators_of(procedure)
            for one in indicators:
                _months_of(one, marks, outcome)
            for one in by_day(indicators):
                _days_of(one, marks, outcome)
    return outcome


def check_and_mend(*, at):
    """The nightly run: kept as a row that the dashboard tells of; what differed is counted again."""
    outcome = check()
    for procedure, month in sorted(outcome.wrong):
        settle_month(procedure, month, at=at)
    if outcome.either:
        logger.error("figures_differ", different=outcome.either, first=outcome.examples[0])
    return record(outcome, at=at, mended=bool(outcome.wrong))


def record(outcome, *, at, mended=False):
    facts = {name: getattr(outcome, name) for name in ("checked", "different", "unopened", "waiting", "examples")}
    return FigureCheck.objects.create(at=at, mended=mended, **facts)


def last_check():
    return FigureCheck.objects.first()


@contextmanager
def snapshot():
    """All queries see the same moment; inside another transaction, that transaction's."""
    is_inner = connection.in_atomic_block
    with transaction.atomic():
        if not is_inner:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def awaited():
    """{(procedure, month): paths whose figures wait to be counted again}."""
    found = defaultdict(set)
    for procedure, month, path in StaleMonth.objects.values_list("procedure", "month", "place_path").distinct():
        found[procedure, month].update(ancestors(path))
    return found


def _months_of(one, marks, outcome):
    kept = {(month, path): tuple(counts) for month, path, *counts in _kept(one)}
    now = raised(own_counts(one, rows_of(one)))
    opened = raised(opened_counts(one))
    for month, path in sorted(kept.keys() | now.keys() | opened.keys()):
        outcome.checked += 1
        counts = [found.get((month, path), NOTHING) for found in (kept, now, opened)]
        if counts[0] == counts[1] == counts[2]:
            continue
        if path in marks.get((one.procedure, month), ()):
            outcome.waiting += 1
        else:
            outcome.note(one, path, month, *counts)


def _days_of(one, marks, outcome):
    """Days are held against a recount; what their lists open is cut out by the same day."""
    rows = DayFigure.objects.filter(indicator=one.code).values_list("place_path", "day", "numerator", "denominator")
    kept, now = {(path, day): tuple(counts) for path, day, *counts in rows}, raised_days(own_days(one, rows_of(one)))
    for path, day in sorted(kept.keys() | now.keys()):
        outcome.checked += 1
        before, after = kept.get((path, day), NOTHING[:2]), now.get((path, day), NOTHING[:2])
        if before == after:
            continue
        if path in marks.get((one.procedure, day.replace(day=1)), ()):
            outcome.waiting += 1
        else:
            outcome.note(one, path, day, before, after, after)


def _kept(one):
    rows = Figure.objects.written().filter(indicator=one.code)
    rows = rows.filter(month=STOCK) if one.stock else rows.filter(month__gt=STOCK)
    return rows.values_list("month", "place_path", *COUNTED)


def rows_of(one):
    return registry.case_models()[one.procedure].objects.order_by()


def own_counts(one, rows):
    """{(month, path): counts} at the very places; the cases left out are all cases without those of the denominator."""
    numerators = grouped(one, one.rows(rows, NUMERATOR), 0)
    denominators = grouped(one, one.rows(rows, DENOMINATOR), 1) if one.denominator else {}
    everything = grouped(one, rows, None) if one.tells_left_out else {}
    left_out = {key: n - denominators.get(key, 0) for key, n in everything.items()}
    return together(numerators, denominators, left_out)


def opened_counts(one):
    """The same of the rows that the list behind the figure shows to whoever may see them all."""
    city = Place.objects.at(Level.CITY).first()
    ends = rows_of(one).aggregate(first=Min("opened_at"), last=Max("opened_at"))
    if city is None or ends["first"] is None:
        return {}
    months = () if one.stock else [moment.astimezone(CITY_TIME).date().replace(day=1) for moment in ends.values()]
    parts = (NUMERATOR, DENOMINATOR, LEFT_OUT) if one.denominator else (NUMERATOR,)
    opened = [OpenedFigure(one, part, city, *months).rows(rows_of(one)) for part in parts]
    return together(*(grouped(one, rows, index) for index, rows in enumerate(opened)))


def grouped(one, rows, part):
    """{(month, path): how many rows, or what the part's column of them adds up to}."""
    added = one.adds[part] if one.adds and part is not None and part < len(one.adds) else None
    n = Sum(added) if added else Count("*")
    if one.stock:
        return {(STOCK, path): count for path, count in rows.order_by().values_list("place_path").annotate(n=n)}
    by_month = rows.order_by().values_list(TruncMonth("opened_at", tzinfo=CITY_TIME), "place_path").annotate(n=n)
    return {(month.date(), path): count for month, path, count in by_month}


def together(*parts):
    """{key: (numerator, denominator, left out)} of up to three."""
    keys = {key for part in parts for key in part}
    counts = {key: tuple(part.get(key, 0) for part in parts) for key in keys}
    return {key: (*found, *NOTHING[len(found) :]) for key, found in counts.items()}


def raised(own):
    """Summed up to the city, month by month."""
    found = defaultdict(lambda: NOTHING)
    for (month, path), counts in own.items():
        for above in ancestors(path):
            found[month, above] = tuple(map(sum, zip(found[month, above], counts, strict=True)))
    return dict(found)
