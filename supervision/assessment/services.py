"""Draws up schemes, computes their results from the kept figures, and locks them. The only writer of the procedure."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from governance import registry
from governance.places.models import Place
from supervision.assessment.enums import Grade, State
from supervision.assessment.models import Adjustment, Result, ResultItem, Scheme, SchemeItem
from supervision.assessment.rules import assessed_path, base_of, grade_of, is_small, points_of, ranks, total_of, value_of
from supervision.indicators.models import Figure

FULL = Decimal(100)


class SchemeRefused(ValueError):
    """The scheme does not allow this now; the message tells the person why."""


def rates():
    """The indicators a scheme can weigh: rates by month of registration, of every procedure."""
    return [one for one in registry.declared("indicators") if one.denominator and not one.stock and one.better]


def assessed_places(level):
    """Every unit of the kind: the places of that level, in order."""
    return Place.objects.in_use().filter(level=level).order_by("path")


@transaction.atomic
def draw_up(*, items, scheme=None, **facts):
    """Write a scheme with its items anew; `items` are dicts of `SchemeItem`'s columns. Only while it is drafted."""
    if scheme is None:
        scheme = Scheme(version=_next_version(facts["year"], facts["level"]))
    else:
        scheme = _locked_row(scheme, State.DRAFT)
        if (scheme.year, scheme.level) != (facts["year"], facts["level"]):
            scheme.version = _next_version(facts["year"], facts["level"])
    for name, value in facts.items():
        setattr(scheme, name, value)
    scheme.save()
    scheme.items.all().delete()
    SchemeItem.objects.bulk_create(SchemeItem(scheme=scheme, position=n, **item) for n, item in enumerate(items, start=1))
    return scheme


def _next_version(year, level):
    return 1 + (Scheme.objects.filter(year=year, level=level).aggregate(last=Max("version"))["last"] or 0)


def _locked_row(scheme, *states):
    """The scheme's row, locked; refused in any other state."""
    row = Scheme.objects.select_for_update().get(pk=scheme.pk)
    if row.state not in states:
        raise SchemeRefused(_("方案现为“%(state)s”，不能进行这一步。") % {"state": row.get_state_display()})
    return row


@transaction.atomic
def publish(scheme, *, at):
    """印发: the items stand from now on, and the results are counted. The weights make 100."""
    scheme = _locked_row(scheme, State.DRAFT)
    if sum(scheme.items.values_list("weight", flat=True), Decimal(0)) != FULL:
        raise SchemeRefused(_("各项权重之和应为100，请先修改方案。"))
    if Scheme.objects.locked().filter(year=scheme.year, level=scheme.level).exists():
        raise SchemeRefused(_("该年度的考核结果已经锁定。"))
    scheme.state, scheme.published_at = State.PUBLISHED, at
    scheme.save(update_fields=["state", "published_at"])
    compute(scheme, at=at)
    return scheme


@transaction.atomic
def adjust(scheme, *, by, at, **facts):
    """Add or take off points by hand; the results follow at once."""
    scheme = _locked_row(scheme, State.PUBLISHED)
    adjustment = Adjustment.objects.create(scheme=scheme, by=by, at=at, **facts)
    compute(scheme, at=at)
    return adjustment


@transaction.atomic
def lock(scheme, *, by, at):
    """锁定: counted one last time; never again after."""
    scheme = _locked_row(scheme, State.PUBLISHED)
    compute(scheme, at=at)
    scheme.state, scheme.locked_at, scheme.locked_by = State.LOCKED, at, by
    scheme.save(update_fields=["state", "locked_at", "locked_by"])
    return scheme


@transaction.atomic
def compute(scheme, *, at):
    """Count every unit's points from the kept figures of the year; returns how many units. Safe to run again until it is locked."""
    scheme = _locked_row(scheme, State.PUBLISHED)
    items, places = list(scheme.items.all()), list(assessed_places(scheme.level))
    figures, by_hand = figures_of(scheme, items), adjustments_of(scheme)
    scheme.results.all().delete()
    drafts = [_scored(scheme, place, items, figures[place.path], by_hand[place.pk]) for place in places]
    for (result, _parts), rank in zip(drafts, ranks([result.total for result, _parts in drafts]), strict=True):
        result.rank = rank
    Result.objects.bulk_create(result for result, _parts in drafts)
    ResultItem.objects.bulk_create(part for _result, parts in drafts for part in parts)
    Scheme.objects.filter(pk=scheme.pk).update(computed_at=at)
    return len(drafts)


def figures_of(scheme, items):
    """{path: {indicator: (numerator, denominator)}} over the months of the scheme's year."""
    kept = Figure.objects.filter(indicator__in=[item.indicator for item in items])
    rows = kept.between(date(scheme.year, 1, 1), date(scheme.year, 12, 1)).totals("place_path", "indicator")
    found = defaultdict(dict)
    for row in rows:
        found[row["place_path"]][row["indicator"]] = (row["numerator"], row["denominator"])
    return found


def adjustments_of(scheme):
    """{place: [points, …]}"""
    found = defaultdict(list)
    for place, points in scheme.adjustments.values_list("place", "points"):
        found[place].append(points)
    return found


def _scored(scheme, place, items, figures, by_hand):
    """A unit's result and its parts, unsaved."""
    result, parts = Result(scheme=scheme, place=place), []
    for item in items:
        numerator, denominator = figures.get(item.indicator, (0, 0))
        value = value_of(numerator, denominator)
        points = points_of(value, weight=item.weight, floor=item.floor, target=item.target)
        part = ResultItem(result=result, item=item, numerator=numerator, denominator=denominator, value=value, points=points)
        part.is_small = value is not None and is_small(denominator)
        parts.append(part)
    result.base = base_of([(part.points, part.item.weight) for part in parts])
    result.total = total_of(result.base, by_hand, most=scheme.adjust_most)
    result.adjusted = result.total - result.base if result.total is not None else Decimal(0)
    result.grade = grade_of(result.total, excellent=scheme.excellent, good=scheme.good, passed=scheme.passed)
    result.is_small = any(part.is_small for part in parts)
    return result, parts


def failed_result(office):
    """The result that bars an office from honours (Art. 58): failed in the latest locked assessment of its unit; else None."""
    path = assessed_path(office.place.path)
    latest = Result.objects.filter(place__path=path, scheme__state=State.LOCKED).select_related("scheme", "place")
    found = latest.order_by("-scheme__year").first() if path else None
    return found if found and found.grade == Grade.FAILED else None
