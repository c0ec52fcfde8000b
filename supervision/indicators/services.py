"""Keeps the figures: counts a month by place, sums it upwards, and remembers which places must be counted again.

Whoever writes a month's figures holds that month's lock, so that an older count never replaces a newer one.
"""

from collections import defaultdict
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog
from django.db import connection, transaction
from django.db.models import Count, Max, Min, Sum
from django.db.models.functions import Length

from governance import registry
from governance.calendar.months import month_after, month_before, month_of, months_between
from governance.cases.comparing import is_ranked
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.places.rules import CODE_LENGTH, ancestors
from governance.writing import insert
from supervision.indicators.days import by_day, count_days, days_that_differ
from supervision.indicators.floors import floored
from supervision.indicators.models import Figure, StaleMonth
from supervision.indicators.rules import STOCK, has_month, parent_of

CITY_TIME = ZoneInfo("Asia/Shanghai")
ANSWERABLE = (CODE_LENGTH["county"], CODE_LENGTH["township"])  # whose offices answer for a figure below its floor
COUNTED = ("numerator", "denominator", "left_out")
NOTHING = (0, 0, 0)

logger = structlog.get_logger(__name__)


def counted_procedures():
    return {indicator.procedure for indicator in registry.declared("indicators")}


def is_counted(case):
    """Whether any figure counts cases of this kind."""
    return bool(case.flow) and case.flow.procedure in counted_procedures()


def note_change(event, case):
    """Listener: the case's place and month are stale from this transaction on. A plain INSERT: it waits for nobody."""
    if is_counted(case):
        procedure, month = case.flow.procedure, month_of(case.opened_at.astimezone(CITY_TIME).date())
        paths = {case.place_path, event.data.get("place_before") or case.place_path}  # a case that moved is missing where it was
        months = [key for key in (month, STOCK) if indicators_in(procedure, key)]
        insert([StaleMonth(procedure=procedure, month=key, place_path=path) for key in months for path in paths])


def refresh(*, at):
    """Count again what is stale; returns the (procedure, month) pairs. What another worker counts just now is left to it."""
    stale = list(StaleMonth.objects.order_by("procedure", "-month").values_list("procedure", "month").distinct())
    return [(procedure, month) for procedure, month in stale if refresh_month(procedure, month, at=at)]


@transaction.atomic
def refresh_month(procedure, month, *, at):
    """Count the marked places of a month again; says whether there were any. Marks written meanwhile stay for the next run."""
    if not _lock(procedure, month, wait=False):
        return False
    marks = dict(StaleMonth.objects.filter(procedure=procedure, month=month).values_list("pk", "place_path"))
    if marks:
        count_places(procedure, month, set(marks.values()), at=at)
        StaleMonth.objects.filter(pk__in=marks).delete()
    return bool(marks)


def count_places(procedure, month, paths, *, at):
    """Count these places' own rows, and sum them with the kept figures of the places below, upwards to the city."""
    touched = {above for path in paths for above in ancestors(path)}
    rows, indicators = rows_of(procedure, month), indicators_in(procedure, month)
    own = counts_of(indicators, rows.filter(place_path__in=touched))
    kept = defaultdict(dict)
    for figure in Figure.objects.written().filter(indicator__in=own, month=month, parent_path__in=touched):
        kept[figure.indicator][figure.place_path] = (figure.numerator, figure.denominator, figure.left_out)
    for code, counts in own.items():
        _write(code, month, {path: _summed_up(path, counts, kept[code]) for path in sorted(touched, key=len, reverse=True)}, at=at)
    count_days(by_day(indicators), month, rows, touched)


def _summed_up(path, own, kept):
    """A place's own count and those of the places right below it; kept for the place above, which is summed after it."""
    below = [counts for child, counts in kept.items() if parent_of(child) == path]
    kept[path] = tuple(map(sum, zip(own.get(path, NOTHING), *below, strict=True)))
    return kept[path]


def counts_of(indicators, rows):
    """{code: {path: (numerator, denominator, left out)}} of the rows at each very place.

    Numerators first, all rows last: a rate never passes 100 %, whatever is written meanwhile.
    """
    parts = {one.code: own_parts(one, rows) for one in indicators}
    everything = dict(by_path(rows)) if any(one.tells_left_out for one in indicators) else {}
    return {one.code: _three(*parts[one.code], everything if one.tells_left_out else {}) for one in indicators}


def own_parts(indicator, rows):
    """({path: numerator}, {path: denominator})."""
    added = dict(zip((NUMERATOR, DENOMINATOR), indicator.adds, strict=False))
    numerators = dict(by_path(indicator.rows(rows, NUMERATOR), added.get(NUMERATOR)))
    return numerators, dict(by_path(indicator.rows(rows, DENOMINATOR), added.get(DENOMINATOR))) if indicator.denominator else {}


def _three(numerators, denominators, everything):
    return {
        path: (numerators.get(path, 0), denominators.get(path, 0), max(everything.get(path, 0) - denominators.get(path, 0), 0))
        for path in numerators.keys() | denominators.keys() | everything.keys()
    }


def by_path(rows, column=None):
    """(path, how many rows there are), or what a column of them adds up to."""
    return rows.order_by().values_list("place_path").annotate(n=Sum(column) if column else Count("*"))


@transaction.atomic
def count_month(procedure, month, *, at):
    """Replace a month's figures of every indicator of a procedure by what the rows say now, from the ground up."""
    _lock(procedure, month, wait=True)
    rows, indicators = rows_of(procedure, month), indicators_in(procedure, month)
    for code, own in counts_of(indicators, rows).items():
        figures = raised(own)
        Figure.objects.filter(indicator=code, month=month).exclude(place_path__in=figures).delete()
        _write(code, month, figures, at=at)
    count_days(by_day(indicators), month, rows)


def raised(own):
    """{path: (numerator, denominator, left out)} of every place that has any, summed from the very places up to the city."""
    found = defaultdict(lambda: list(NOTHING))
    for path, counts in own.items():
        for above in ancestors(path):
            found[above] = [one + more for one, more in zip(found[above], counts, strict=True)]
    return {path: tuple(counts) for path, counts in found.items()}


def _write(code, month, figures, *, at):
    Figure.objects.bulk_create(
        [
            Figure(
                indicator=code, place_path=path, parent_path=parent_of(path), month=month, numerator=numerator,
                denominator=denominator, left_out=left_out, computed_at=at,
            )
            for path, (numerator, denominator, left_out) in sorted(figures.items())
        ],
        update_conflicts=True, unique_fields=["place_path", "month", "indicator"],
        update_fields=["numerator", "denominator", "left_out", "computed_at"], batch_size=2000,
    )  # fmt: skip


def recount_all(procedure, *, at, on_month=None):
    """Count every month a procedure has cases in; returns how many months."""
    months = months_of(procedure)
    for month in months:
        count_month(procedure, month, at=at)
        if on_month:
            on_month(month)
    return len(months)


def settle(procedure, *, at):
    """Compare every month's figures with the rows and count again where they differ; returns what differed."""
    return [difference for month in months_of(procedure) for difference in settle_month(procedure, month, at=at)]


@transaction.atomic
def settle_month(procedure, month, *, at):
    """One month's differences that no waiting mark explains; logged, then put right."""
    _lock(procedure, month, wait=True)
    found = differences(procedure, month)
    waiting = StaleMonth.objects.filter(procedure=procedure, month=month).values_list("place_path", flat=True)
    awaited = {above for path in waiting for above in ancestors(path)}
    found = [difference for difference in found if difference[1] not in awaited]
    if found:
        logger.error("figures_differ", procedure=procedure, month=f"{month:%Y-%m}", count=len(found), first=found[0])
        count_month(procedure, month, at=at)
    return found


def differences(procedure, month):
    """Kept figures that differ from what the rows say now: [(indicator, path, kept, counted)]. Empty is right."""
    found, rows, indicators = [], rows_of(procedure, month), indicators_in(procedure, month)
    kept = kept_in(indicators, month)
    for code, own in counts_of(indicators, rows).items():
        found += [(code, *difference) for difference in differing(kept[code], raised(own))]
    return found + days_that_differ(by_day(indicators), month, rows)


def kept_in(indicators, month):
    """{code: {path: counts}} as kept under a month."""
    found = {one.code: {} for one in indicators}
    for code, path, *counts in (
        Figure.objects.written().filter(indicator__in=found, month=month).values_list("indicator", "place_path", *COUNTED)
    ):
        found[code][path] = tuple(counts)
    return found


def differing(kept, now):
    """[(key, kept, counted)] of what is not the same; missing is nothing."""
    pairs = [(key, kept.get(key, NOTHING), now.get(key, NOTHING)) for key in sorted(kept.keys() | now.keys())]
    return [(key, before, after) for key, before, after in pairs if before != after]


def indicators_of(procedure):
    return [indicator for indicator in registry.declared("indicators") if indicator.procedure == procedure]


def indicators_in(procedure, month):
    """Those kept under a month: the stocks under theirs, all others under every month of the calendar."""
    return [indicator for indicator in indicators_of(procedure) if indicator.stock != has_month(month)]


def rows_of(procedure, month):
    """The cases registered in a month of the city's calendar; all of them for a stock."""
    rows = registry.case_models()[procedure].objects.order_by()
    return rows.filter(opened_at__gte=start_of(month), opened_at__lt=start_of(month_after(month))) if has_month(month) else rows


def months_of(procedure):
    """Every month from the first case to the last, or to the last kept figure; then the key of the stocks, where there are any."""
    ends = registry.case_models()[procedure].objects.aggregate(first=Min("opened_at"), last=Max("opened_at"))
    codes = [indicator.code for indicator in indicators_of(procedure)]
    kept = Figure.objects.written().filter(indicator__in=codes, month__gt=STOCK).aggregate(first=Min("month"), last=Max("month"))
    opened = [month_of(moment.astimezone(CITY_TIME).date()) for moment in ends.values() if moment]
    known = [*opened, *(month for month in kept.values() if month)]
    months = months_between(min(known), max(known)) if known else []
    return [*months, STOCK] if indicators_in(procedure, STOCK) else months


def below_floor(*, at):
    """(indicator, place path, month, numerator, denominator) of each county and township whose figure lies under its floor.

    The month is the last that is over; a stock is told under the running one. Too few cases (`is_ranked`) say nothing. Each comes with the
    floor that held for its month.
    """
    running = month_of(at.astimezone(CITY_TIME).date())
    ended = month_before(running)
    floors = {one.code: one for month in (running, ended) for one in floored(month) if one.stock == (month == running)}
    figures = Figure.objects.filter(indicator__in=floors, month__in=[ended, STOCK]).annotate(depth=Length("place_path"))
    for figure in figures.filter(depth__in=ANSWERABLE).order_by("indicator", "place_path"):
        one, counts = floors[figure.indicator], (figure.numerator, figure.denominator)
        if one.stock != has_month(figure.month) and is_ranked(counts[1]) and one.is_below_floor(*counts):
            yield one, figure.place_path, running if one.stock else figure.month, *counts


def start_of(month):
    return datetime(month.year, month.month, 1, tzinfo=CITY_TIME)


def _lock(procedure, month, *, wait):
    """Hold a procedure's month until the transaction ends; without `wait`, says False where another holds it."""
    name = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name}(hashtext(%s), %s)", [f"figures {procedure}", month.year * 12 + month.month])
        return cursor.fetchone()[0] is not False
