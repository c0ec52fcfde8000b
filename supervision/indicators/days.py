"""Figures by day, for the few indicators that say so: kept down to townships, summed upwards like those of months."""

from collections import defaultdict
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.db.models.functions import Left, TruncDate

from governance.calendar.months import month_after
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.places.rules import CODE_LENGTH, ancestors, path_range
from supervision.indicators.models import DayFigure
from supervision.indicators.rules import parent_of

CITY_TIME = ZoneInfo("Asia/Shanghai")
LOWEST = CODE_LENGTH["township"]
NONE = (0, 0)


def by_day(indicators):
    return [one for one in indicators if one.by_day and not one.stock]


def count_days(indicators, month, rows, paths=None):
    """Count the days of a month again: at these places and above them, or everywhere; `rows` are those of the month."""
    for one in indicators:
        kept = kept_days(one, month)
        touched = {path[:LOWEST] for path in paths or ()}
        own = own_days(one, rows.filter(_at(touched)) if paths else rows)
        touched |= {above for path in {*own, *(kept if not paths else ())} for above in ancestors(path)}
        figures = {}
        for path in sorted(touched, key=len, reverse=True):
            kept[path] = _summed(path, own, kept)
            figures |= {(path, day): counts for day, counts in kept[path].items()}
        _write(one.code, figures)


def _at(touched):
    """Rows at these very places; of a township with all below it."""
    wanted = Q(place_path__in=[path for path in touched if len(path) < LOWEST])
    for path in touched:
        if len(path) == LOWEST:
            start, end = path_range(path)
            wanted |= Q(place_path__gte=start, place_path__lt=end)
    return wanted


def _summed(path, own, kept):
    """{day: counts} of a place: its own and those of the places below; a day that has no rows any more is kept as nothing."""
    parts = [own.get(path, {}), *(days for child, days in kept.items() if parent_of(child) == path)]
    days = {*kept.get(path, {}), *(day for part in parts for day in part)}
    return {day: tuple(map(sum, zip(NONE, *(part.get(day, NONE) for part in parts), strict=True))) for day in days}


def own_days(indicator, rows):
    """{path: {day: (numerator, denominator)}} of the rows at each very place, those of villages at their township."""
    found = defaultdict(dict)
    for index, part in enumerate([NUMERATOR, DENOMINATOR] if indicator.denominator else [NUMERATOR]):
        grouped = indicator.rows(rows, part).order_by().values_list(Left("place_path", LOWEST), TruncDate("opened_at", tzinfo=CITY_TIME))
        for path, day, n in grouped.annotate(n=Count("*")):
            counts = list(found[path].get(day, NONE))
            counts[index] = n
            found[path][day] = tuple(counts)
    return dict(found)


def kept_days(indicator, month):
    """{path: {day: counts}} as kept."""
    found = defaultdict(dict)
    rows = DayFigure.objects.filter(indicator=indicator.code, day__gte=month, day__lt=month_after(month))
    for path, day, *counts in rows.values_list("place_path", "day", "numerator", "denominator"):
        found[path][day] = tuple(counts)
    return dict(found)


def days_that_differ(indicators, month, rows):
    """[(indicator and day, path, kept, counted)]; empty is right."""
    found = []
    for one in indicators:
        kept, now = flat(kept_days(one, month)), raised_days(own_days(one, rows))
        for path, day in sorted(kept.keys() | now.keys()):
            before, after = kept.get((path, day), NONE), now.get((path, day), NONE)
            if before != after:
                found.append((f"{one.code} {day:%F}", path, before, after))
    return found


def flat(days):
    return {(path, day): counts for path, kept in days.items() for day, counts in kept.items()}


def raised_days(own):
    """{(path, day): counts}, summed up to the city."""
    found = defaultdict(lambda: NONE)
    for (path, day), counts in flat(own).items():
        for above in ancestors(path):
            found[above, day] = tuple(map(sum, zip(found[above, day], counts, strict=True)))
    return dict(found)


def _write(code, figures):
    DayFigure.objects.bulk_create(
        [
            DayFigure(
                indicator=code, place_path=path, parent_path=parent_of(path), day=day, numerator=numerator, denominator=denominator
            )
            for (path, day), (numerator, denominator) in sorted(figures.items())
        ],
        update_conflicts=True, unique_fields=["place_path", "day", "indicator"],
        update_fields=["numerator", "denominator"], batch_size=2000,
    )  # fmt: skip
