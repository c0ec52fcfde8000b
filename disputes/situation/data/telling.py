"""The situation as its readers see it: everything from the kept counts, each figure with the address of exactly its rows."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models.functions import Length
from django.urls import reverse
from django.utils.http import urlencode

from disputes.situation import services
from disputes.situation.data.load import OTHER, group_of, groups
from disputes.situation.models import MonthCount, RepeatCount, Source, WarningMethod
from disputes.situation.rules import rising, share_elapsed
from governance.calendar.months import month_after, month_before, months_until
from governance.places.models import Place
from governance.places.rules import CODE_LENGTH, path_range

TREND, YEAR = 13, 12  # months shown; months back to the same month of last year
SHOWN = 60  # warnings on a page
LENGTHS = tuple(CODE_LENGTH.values())
ASKED_AS = {Source.COMPLAINTS: "category", Source.MEDIATION: "kind"}  # what a list calls its matter


@dataclass
class Cell:
    """A number and the list that opens it."""

    count: int = 0
    url: str = ""


@dataclass
class Line:
    """A month, a matter or a place: complaints, mediations, both; the month before, and the way down."""

    label: Any
    complaints: Cell
    mediation: Cell
    before: int = 0
    url: str = ""
    month: Any = None

    @property
    def total(self):
        return self.complaints.count + self.mediation.count


def rows_url(source, place_code, month, matter=""):
    """The list of exactly the cases a number counts."""
    asked = {"state": "all", "place": place_code, "since": f"{month:%F}", "until": f"{month_after(month) - timedelta(days=1):%F}"}
    return f"{reverse(f'{source}_list')}?{urlencode({**asked, **({ASKED_AS[source]: matter} if matter else {})})}"


def cell(source, n, place_code, month, matter=""):
    return Cell(n, rows_url(source, place_code, month, matter) if n else "")


def line(label, counts, place_code, month, **more):
    """`counts` {source: n}."""
    cells = {source.value: cell(source, counts.get(source.value, 0), place_code, month) for source in Source}
    return Line(label, month=month, **cells, **more)


def told(place, month):
    """What the page shows of a place and a month."""
    own = read_own(place, month)
    at = services.computed_at()
    method = WarningMethod.objects.in_force(at) if at else None
    return {
        "place": place,
        "month": month,
        "computed_at": at,
        "is_running": bool(at) and services.local_month(at) == month,
        "total": line("", summed(own, month), place.code, month, before=sum(summed(own, month_before(month)).values())),
        "last_year": sum(summed(own, month_before(month, YEAR)).values()),
        "months": [line(one, summed(own, one), place.code, one) for one in reversed(months_until(month, TREND))],
        "kinds": by_kind(own, place, month),
        "places": by_place(place, month),
        "repeats": RepeatCount.objects.filter(place_path=place.path).first(),
        "method": method,
        "warnings": warnings(place, month, method, at=at)[:SHOWN] if method else [],
    }


def read_own(place, month):
    """{month: {(source, matter): n}} of the place over the months shown."""
    found = {one: {} for one in months_until(month, TREND)}
    rows = MonthCount.objects.filter(place_path=place.path, month__in=found).values_list("month", "source", "matter", "count")
    for one, source, matter, n in rows:
        found[one][source, matter] = n
    return found


def summed(own, month):
    """{source: n} of a month."""
    found = {}
    for (source, _matter), n in own.get(month, {}).items():
        found[source] = found.get(source, 0) + n
    return found


def by_kind(own, place, month):
    """Complaints and mediations of one kind together; the kinds in their order, those of nothing left out."""
    lines = {code: Line(name, Cell(), Cell()) for code, name in groups().items()}
    for (source, matter), n in own[month].items():
        row = lines[group_of().get((source, matter), OTHER)]
        own_cell = getattr(row, source)
        own_cell.url = rows_url(Source(source), place.code, month, matter) if not own_cell.count else ""
        own_cell.count += n
    for (source, matter), n in own[month_before(month)].items():
        lines[group_of().get((source, matter), OTHER)].before += n
    return sorted((row for row in lines.values() if row.total or row.before), key=lambda row: -row.total)


def by_place(place, month):
    """The places right below that have any, the most first, with the way down and to their rows."""
    found = {}
    rows = MonthCount.objects.filter(parent_path=place.path, month__in=[month_before(month), month])
    for path, one, source, n in rows.values_list("place_path", "month", "source", "count"):
        counts = found.setdefault(path, {month: {}, month_before(month): {}})[one]
        counts[source] = counts.get(source, 0) + n
    known = Place.objects.in_use().filter(path__in=found).order_by("path")
    lines = []
    for below in known:
        counts = found[below.path]
        before = sum(counts[month_before(month)].values())
        url = "" if len(below.path) == LENGTHS[-1] else page_url(below.code, month)
        lines.append(line(below.short_name, counts[month], below.code, month, before=before, url=url))
    return sorted(lines, key=lambda row: -row.total)


def page_url(code, month):
    return f"{reverse('situation')}?{urlencode({'place': code, 'month': f'{month:%Y-%m}'})}"


def levels_below(path):
    """The lengths of the paths of the two levels below a place."""
    deeper = [length for length in LENGTHS if length > len(path)]
    return deeper[:2]


def warnings(place, month, method, *, at):
    """The rising numbers of the two levels below, each with its inputs and the way to its rows."""
    months = months_until(month, method.months + 1)
    start, end = path_range(place.path)
    rows = MonthCount.objects.filter(month__in=months, place_path__gte=start, place_path__lt=end)
    rows = rows.annotate(depth=Length("place_path")).filter(depth__in=levels_below(place.path))
    counts, before = {}, {}
    for one, path, source, matter, n in rows.values_list("month", "place_path", "source", "matter", "count"):
        if one == month:
            counts[path, source, matter] = n
        else:
            before.setdefault((path, source, matter), [0] * method.months)[months.index(one)] = n
    begins, ends = services.start_of(month), services.start_of(month_after(month))
    share = share_elapsed(begins=begins, ends=ends, counted_at=at)
    return named(rising(counts, before, method.rule, share=share), month, share)


def named(found, month, share):
    """The warnings with the names of places and matters, and the address of their rows."""
    places = {one.path: one for one in Place.objects.filter(path__in={one.key[0] for one in found})}
    names = services.matter_names()
    lines = []
    for one in found:
        path, source, matter = one.key
        place = places[path]
        lines.append({
            "place": place.full_name, "source": Source(source).label, "matter": names.get((source, matter), matter), "count": one.count,
            "before": one.before, "mean": sum(one.before) / len(one.before), "expected": one.expected, "line": one.line, "times": one.times,
            "share": share, "url": rows_url(Source(source), place.code, month, matter), "place_url": page_url(place.code, month),
        })  # fmt: skip
    return lines


def months_offered(at):
    """The running month and those before it, as far back as they are shown."""
    return list(reversed(months_until(services.local_month(at), 2 * YEAR)))


def counts_of(place, month):
    """Every kept count of the place and the places right below it over the months shown, for a sheet."""
    names = services.matter_names()
    paths = {one.path: one.short_name for one in Place.objects.in_use().filter(parent=place)} | {place.path: place.short_name}
    rows = MonthCount.objects.filter(place_path__in=paths, month__in=months_until(month, TREND)).order_by(
        "-month", "place_path", "source", "matter"
    )
    for row in rows.iterator(chunk_size=2000):
        name = names.get((row.source, row.matter), row.matter)
        yield {"month": row.month, "place": paths[row.place_path], "source": row.get_source_display(), "matter": name, "count": row.count}
