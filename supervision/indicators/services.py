"""Keeps the figures: counts a procedure's month by place, sums it upwards, and remembers which months must be counted again."""

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count

from governance import registry
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.places.rules import CODE_LENGTH, ancestors
from supervision.indicators.models import Figure, StaleMonth
from supervision.indicators.rules import month_after, month_of

CITY_TIME = ZoneInfo("Asia/Shanghai")
LENGTHS = tuple(CODE_LENGTH.values())


def note_change(event, case):
    """Listener: the case's month is stale from this transaction on. A plain INSERT: it waits for nobody."""
    if case.flow and case.flow.procedure in counted_procedures():
        month = month_of(case.opened_at.astimezone(CITY_TIME).date())
        StaleMonth.objects.create(procedure=case.flow.procedure, month=month, place_path=case.place_path)


def counted_procedures():
    return {indicator.procedure for indicator in registry.declared("indicators")}


def refresh(*, at):
    """Count every stale month again; returns the (procedure, month) pairs. Marks written meanwhile stay for the next run."""
    done = []
    for procedure, month in StaleMonth.objects.order_by("month").values_list("procedure", "month").distinct():
        with transaction.atomic():
            marks = list(
                StaleMonth.objects.select_for_update(skip_locked=True).filter(procedure=procedure, month=month).values_list("pk", flat=True)
            )
            if not marks:
                continue
            count_month(procedure, month, at=at)
            StaleMonth.objects.filter(pk__in=marks).delete()
            done.append((procedure, month))
    return done


@transaction.atomic
def count_month(procedure, month, *, at):
    """Replace a month's figures of every indicator of a procedure by what the rows say now."""
    model = registry.case_models()[procedure]
    rows = model.objects.filter(opened_at__gte=start_of(month), opened_at__lt=start_of(month_after(month)))
    for indicator in registry.declared("indicators"):
        if indicator.procedure == procedure:
            _replace(indicator, month, counted(indicator, rows), at=at)


def counted(indicator, rows):
    """{path: (numerator, denominator)} for every place that has any, summed from the leaves up to the city."""
    numerators = summed(by_path(indicator.rows(rows, NUMERATOR)))
    denominators = summed(by_path(indicator.rows(rows, DENOMINATOR))) if indicator.denominator else {}
    return {path: (numerators.get(path, 0), denominators.get(path, 0)) for path in numerators.keys() | denominators.keys()}


def by_path(rows):
    return rows.order_by().values_list("place_path").annotate(n=Count("*"))


def summed(leaves):
    """Each path's count added to all divisions above it."""
    totals = Counter()
    for path, count in leaves:
        for ancestor in ancestors(path):
            totals[ancestor] += count
    return totals


def _replace(indicator, month, figures, *, at):
    Figure.objects.filter(indicator=indicator.code, month=month).exclude(place_path__in=figures).delete()
    Figure.objects.bulk_create(
        [
            Figure(
                indicator=indicator.code, place_path=path, parent_path=parent_of(path), month=month, numerator=numerator,
                denominator=denominator, computed_at=at,
            )
            for path, (numerator, denominator) in sorted(figures.items())
        ],
        update_conflicts=True, unique_fields=["place_path", "month", "indicator"],
        update_fields=["numerator", "denominator", "computed_at"], batch_size=2000,
    )  # fmt: skip


def parent_of(path):
    above = [length for length in LENGTHS if length < len(path)]
    return path[: above[-1]] if above else ""


def start_of(month):
    return datetime(month.year, month.month, 1, tzinfo=CITY_TIME)


def recount_all(procedure, *, at, on_month=None):
    """Count every month a procedure has cases in; returns how many months."""
    model = registry.case_models()[procedure]
    first = model.objects.order_by("opened_at").values_list("opened_at", flat=True).first()
    month, last, months = first and month_of(first.astimezone(CITY_TIME).date()), month_of(at.astimezone(CITY_TIME).date()), 0
    while month and month <= last:
        count_month(procedure, month, at=at)
        months += 1
        if on_month:
            on_month(month)
        month = month_after(month)
    return months


def differences(procedure, month: date):
    """Kept figures that differ from what the rows say now: [(indicator, path, kept, counted)]. Empty is right."""
    model = registry.case_models()[procedure]
    rows = model.objects.filter(opened_at__gte=start_of(month), opened_at__lt=start_of(month_after(month)))
    found = []
    for indicator in registry.declared("indicators"):
        if indicator.procedure != procedure:
            continue
        kept = {
            path: (numerator, denominator)
            for path, numerator, denominator in Figure.objects.filter(indicator=indicator.code, month=month).values_list(
                "place_path", "numerator", "denominator"
            )
        }
        now = counted(indicator, rows)
        found += [
            (indicator.code, path, kept.get(path), now.get(path))
            for path in sorted(kept.keys() | now.keys())
            if kept.get(path) != now.get(path)
        ]
    return found
