"""Counts what is due at each station, and how the grids of a place are doing. Reads only; every number knows the rows it counts."""

from collections import defaultdict
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Left
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.kept import at_sending, composed
from governance.web.casework.filters import MINE, end_of_day
from grids.mesh.models import Assignment, Grid
from grids.reports import indicators
from grids.reports.enums import STATIONS, Came, State
from grids.reports.filters import CAME_BACK, RAISED, RETURNED, STATION, UNSIGNED, WATCHED
from grids.stations.rules import cut_at

ROWS = (
    (State.REPORTED, _("网格员")),
    (State.VILLAGE, _("村（社区）")),
    (State.TOWNSHIP, _("乡镇（街道）")),
    (State.DEPARTMENT, _("部门")),
    (State.ANSWERED, _("已答复，待网格员核对")),
)
COLUMNS = (  # key, label, what narrows the list to it, whether any of it is an alarm
    ("total", _("在办"), {}, False),
    ("unsigned", _("待签收"), {"mark": UNSIGNED}, False),
    ("today", _("今天到期"), {"due": "today"}, False),
    ("late", _("已逾期"), {"due": "late"}, True),
    ("raised", _("逾期上报来的"), {"mark": RAISED}, True),
    ("back", _("退回来的"), {"mark": RETURNED}, False),
    ("watched", _("中心盯办"), {"mark": WATCHED}, True),
)
KEYS = [key for key, _label, _narrow, _alarm in COLUMNS]
RATES = (
    (indicators.ON_THE_SPOT, indicators.SPOT_SOLVED, indicators.SETTLED),
    (indicators.IN_VILLAGE, Q(village_kept=True), Q(village_kept__isnull=False)),
    (indicators.IN_TOWNSHIP, Q(township_kept=True), Q(township_kept__isnull=False)),
    (indicators.IN_DEPARTMENT, Q(department_kept=True), Q(department_kept__isnull=False)),
)


def counts():
    """{key: what counts it} for ongoing reports, all in one pass over them."""
    conditions = {
        "total": Q(),
        "unsigned": Q(state__in=STATIONS, signed_at=None),
        "today": Q(due_at__gte=at_sending(), due_at__lte=at_sending(end_of_day)),
        "late": Q(due_at__lt=at_sending()),
        "raised": Q(state__in=STATIONS, came=Came.RAISED),
        "back": CAME_BACK,
        "watched": Q(watched_at__isnull=False),
    }
    return {key: Count("pk", filter=condition) if condition else Count("pk") for key, condition in conditions.items()}


def opens(url_name, **query):
    """A list narrowed to what was counted."""
    return f"{reverse(url_name)}?{urlencode(query)}" if query else reverse(url_name)


def cells(found, **query):
    """The numbers of one row, each with its list."""
    return [_cell(label, found.get(key, 0), opens("reports_list", **query, **narrow), alarm) for key, label, narrow, alarm in COLUMNS]


def _cell(label, count, url, alarm):
    return {"label": label, "count": count, "url": url, "alarm": alarm and count > 0}


def counted(rows, key, *by, **named):
    """The counts of these rows by columns; `key` is all that `rows` depends on."""
    return composed(("stations", key, by, *named), lambda: rows.order_by().values(*by, **named).annotate(**counts())).rows()


def own_station(rows, office, key):
    """What lies with the own office: the cards at the top of its desk."""
    found = counted(rows.at_a_station().filter(office=office), (key, office.pk), "office")
    return cells(found[0] if found else {}, state=STATION, holder=MINE)


def by_station(rows, key, **query):
    """What is due at each station, one row each."""
    return stations_in(counted(rows.ongoing(), key, "state"), **query)


def stations_in(both, **query):
    """The rows of the stations, out of counts that know their `state`."""
    found = summed(both, "state")
    return [{"label": label, "cells": cells(found.get(state, {}), state=state.value, **query)} for state, label in ROWS]


def by_station_and_place(rows, place, below, key):
    """(what is due at each station, the same for each place below; below a village, for each grid): one pass over the reports."""
    length = cut_at(place.path)
    part, name = (Left("place_path", length), "place") if length else (F("grid__code"), "grid")
    both = counted(rows.ongoing(), (key, place.path), "state", part=part)
    found = summed(both, "part")
    lines = [{"label": label, "way": way, "cells": cells(found.get(path, {}), **{name: code})} for path, code, label, way in below]
    return stations_in(both, place=place.code), lines


def summed(rows, key):
    """{value of `key`: {column: sum}} of rows of counts."""
    found = defaultdict(lambda: dict.fromkeys(KEYS, 0))
    for row in rows:
        for column in KEYS:
            found[row[key]][column] += row[column]
    return found


def parts_of(place, *, day, url_name):
    """(key of its rows, code, name, way further down) of what lies right below a place."""
    if cut_at(place.path) is None:
        grids = Grid.objects.active(day).within(place.path).order_by("place_path")
        return [(code, code, name, "") for code, name in grids.values_list("code", "name")]
    places = place.children.filter(active=True).order_by("path").values_list("path", "code", "short_name")
    return [(path, code, name, opens(url_name, place=code)) for path, code, name in places]


def grids_below(place, *, at):
    """{path of the place below: {grids, unserved}} and the same of the whole under the place's own path."""
    length = cut_at(place.path) or len(place.path)
    serving = Assignment.objects.current(at).responsible().filter(grid=OuterRef("pk"))
    rows = Grid.objects.active(timezone.localdate(at)).within(place.path).order_by()
    counted = rows.values(part=Left("place_path", length)).annotate(grids=Count("pk"), unserved=Count("pk", filter=~Exists(serving)))
    found = {row["part"]: row for row in counted}
    whole = {name: sum(row[name] for row in found.values()) for name in ("grids", "unserved")}
    return {**found, place.path: whole}


def figures_below(rows, place):
    """{path of the place below: its counts}, and the sums under the place's own path; `rows` are the reports of the months asked for."""
    length, wanted = cut_at(place.path) or len(place.path), {"received": Count("pk")}
    for number, (_indicator, part, whole) in enumerate(RATES):
        wanted |= {f"part{number}": Count("pk", filter=part), f"whole{number}": Count("pk", filter=whole)}
    found, total = {}, defaultdict(int)
    for row in rows.within(place.path).order_by().values(part=Left("place_path", length)).annotate(**wanted):
        found[row["part"]] = row
        for name in wanted:
            total[name] += row[name]
    return {**found, place.path: total}
