"""Where a matter goes first, by the rules and offices that stand in the tables."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Q
from django.db.models.functions import Length

from disputes.complaints.models import RoutingRule, RoutingTarget
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.prepared import Prepared

_routes = ContextVar("routes", default=None)


@contextmanager
def routes_read_once():
    """While many complaints are registered in one process: rules and offices are read once, and nobody may change them meanwhile."""
    token = _routes.set({})
    try:
        yield
    finally:
        _routes.reset(token)


def _remembered(key, read):
    """What `read` finds; within `routes_read_once`, what it found the first time."""
    memory = _routes.get()
    if memory is None:
        return read()
    if key not in memory:
        memory[key] = read()
    return memory[key]


def route(place, category):
    """Where a matter of this category at this place goes first, and whether the county gets a copy: (office or None, bool)."""
    rule = _remembered((category.pk, place.level), lambda: _rule(category, place.level))
    if rule is None:
        return _township(place), True
    offices = {
        RoutingTarget.VILLAGE: lambda: office_at(OfficeType.VILLAGE, place.path),
        RoutingTarget.TOWNSHIP: lambda: _township(place),
        RoutingTarget.COUNTY_BUREAU: lambda: bureau(category, place.path[:6]),
        RoutingTarget.CITY_BUREAU: lambda: bureau(category, place.path[:4]),
    }
    return offices[rule.target]() or _township(place), rule.copy_to_county


NAMED = Prepared(lambda kind, path: Office.objects.in_use().filter(type=kind, place__path=path), kind=str, path=str)
BUREAUS = Prepared(
    lambda trade, path: Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, trade=trade, place__path=path), trade=str, path=str
)
RULES = Prepared(
    lambda category, parent, level: RoutingRule.objects.filter(Q(category=category) | Q(category=parent), level=level).order_by(
        Length("category__code").desc()
    ),
    category=int, parent=int, level=str,
)  # fmt: skip


def _rule(category, level):
    """The category's own rule before its parent's, or None."""
    return RULES.first(category=category.pk, parent=category.parent_id or category.pk, level=level)


def office_at(kind, path):
    """The one office of a type at a place, or None."""
    return _remembered((kind, path), lambda: NAMED.first(kind=kind, path=path))


def _township(place):
    """The township's office; above the township, the centre of that level."""
    if len(place.path) >= 9:
        return office_at(OfficeType.TOWNSHIP, place.path[:9])
    return office_at(OfficeType.CENTRE, place.path)


def bureau(category, path):
    """The bureau in charge of a category at a place's own level, or None."""
    trade = category.trade or (category.parent.trade if category.parent_id else "")
    return _remembered((trade, path), lambda: BUREAUS.first(trade=trade, path=path)) if trade else None
