"""Draws up schemes, computes their results from the kept figures, the scores and the proofs, and locks them.

The only writer of the procedure. What the round of the units does at a scheme's steps is declared with `after`, as effects of a flow are.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Sum
from django.utils.translation import gettext as _

from governance import registry
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.cases.services import CITY_TIME
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.models import Place
from supervision.assessment.enums import WEIGHED, Grade, ItemKind, Slot, Source, Standing, State, Unit
from supervision.assessment.models import Adjustment, Result, ResultItem, Scheme, SchemeItem, Score
from supervision.assessment.rules import (
    assessed_path,
    banded,
    base_of,
    by_item,
    grade_of,
    is_small,
    points_of,
    ranks,
    scored_by_hand,
    total_of,
    value_of,
)
from supervision.indicators.models import Figure

FULL = Decimal(100)
COPIED = ("kind", "level", "basis", "excellent", "good", "passed", "adjust_most", "most_apart")
COPIED_OF_ITEM = ("kind", "indicator", "label", "criteria", "direction", "weight", "floor", "target", "bands")

_effects = defaultdict(list)


class SchemeRefused(ValueError):
    """The scheme does not allow this now; the message tells the person why."""


def after(*steps):
    """Declare what else happens in the transaction of a scheme's step: `effect(scheme, by=, at=)`."""

    def declare(effect):
        for step in steps:
            _effects[step].append(effect)
        return effect

    return declare


def _tell(step, scheme, *, by, at):
    for effect in _effects[step]:
        effect(scheme, by=by, at=at)


def rates():
    """The indicators a scheme can weigh: rates by month of registration, of every procedure."""
    return [one for one in registry.declared("indicators") if one.denominator and not one.stock and one.better]


def assessed_places(level):
    """The places of a level, in order."""
    return Place.objects.in_use().filter(level=level).order_by("path")


def assessed_units(scheme):
    """(place, office or None) of every unit of the scheme's kind and level, in order."""
    if scheme.kind == Unit.PLACE:
        return [(place, None) for place in assessed_places(scheme.level)]
    bureaus = Office.objects.in_use().filter(type=OfficeType.BUREAU, place__level=scheme.level).select_related("place")
    return [(office.place, office) for office in bureaus.order_by("place__path", "code")]


@transaction.atomic
def draw_up(*, items, scheme=None, **facts):
    """Write a scheme with its items anew; `items` are dicts of `SchemeItem`'s columns. Only while it is drafted."""
    if scheme is None:
        scheme = Scheme(**facts)
        scheme.version = _next_version(scheme)
    else:
        scheme = locked_row(scheme, State.DRAFT)
        before = (scheme.year, scheme.kind, scheme.level)
        for name, value in facts.items():
            setattr(scheme, name, value)
        if (scheme.year, scheme.kind, scheme.level) != before:
            scheme.version = _next_version(scheme)
    named = _named_reviewers(scheme)
    scheme.save()
    scheme.items.all().delete()
    SchemeItem.objects.bulk_create(SchemeItem(scheme=scheme, position=n, **item) for n, item in enumerate(items, start=1))
    _keep_reviewers(scheme, named)
    return scheme


def _named_reviewers(scheme):
    """{label of a manual item: {slot: user}}, of a scheme that is kept already."""
    manual = scheme.items.of_kind(ItemKind.MANUAL).prefetch_related("reviewers") if scheme.pk else ()
    return {item.label: {one.slot: one.user_id for one in item.reviewers.all()} for item in manual}


def _keep_reviewers(scheme, named):
    """Those of an item that keeps its name stay named."""
    for item in scheme.items.of_kind(ItemKind.MANUAL):
        for slot, user in named.get(item.label, {}).items():
            item.reviewers.create(slot=slot, user_id=user)


@transaction.atomic
def copy(scheme, *, year=None):
    """A new draft with everything of this one: another version of the year, or the first of another."""
    items = [{name: getattr(item, name) for name in COPIED_OF_ITEM} for item in scheme.items.all()]
    drafted = draw_up(items=items, year=year or scheme.year, **{name: getattr(scheme, name) for name in COPIED})
    _keep_reviewers(drafted, _named_reviewers(scheme))
    return drafted


def _next_version(scheme):
    return 1 + (Scheme.objects.sisters_of(scheme).aggregate(last=Max("version"))["last"] or 0)


def locked_row(scheme, *states):
    """The scheme's row, locked; refused in any other state."""
    row = Scheme.objects.select_for_update().get(pk=scheme.pk)
    if row.state not in states:
        raise SchemeRefused(_("方案现为“%(state)s”，不能进行这一步。") % {"state": row.get_state_display()})
    return row


@transaction.atomic
def publish(scheme, *, at, by=None):
    """印发: the items stand from now on, the units are told, and the results are counted. The weights make 100.

    An earlier version whose results nobody has read yet is superseded.
    """
    scheme = locked_row(scheme, State.DRAFT)
    _check_items(scheme)
    for earlier in Scheme.objects.sisters_of(scheme).select_for_update().exclude(pk=scheme.pk):
        _supersede(earlier, by=by, at=at)
    scheme.state, scheme.published_at = State.PUBLISHED, at
    scheme.save(update_fields=["state", "published_at"])
    compute(scheme, at=at)
    _tell("publish", scheme, by=by, at=at)
    return scheme


def _check_items(scheme):
    weighed = scheme.items.of_kind(*WEIGHED)
    if sum(weighed.values_list("weight", flat=True), Decimal(0)) != FULL:
        raise SchemeRefused(_("指标和人工评分项目的权重之和应为100，请先修改方案。"))
    for item in scheme.items.of_kind(ItemKind.MANUAL).prefetch_related("reviewers"):
        if {one.slot for one in item.reviewers.all()} != {*Slot.values}:
            raise SchemeRefused(_("“%(item)s”还没有指定两名评审人和一名复评人。") % {"item": item.label})


def _supersede(earlier, *, by, at):
    if earlier.state == State.LOCKED:
        raise SchemeRefused(_("该年度的考核结果已经锁定。"))
    if earlier.state == State.DISCLOSED:
        raise SchemeRefused(_("该年度第%(version)s版的结果已经公布，不能再印发新版。") % {"version": earlier.version})
    if earlier.state == State.PUBLISHED:
        earlier.state = State.SUPERSEDED
        earlier.save(update_fields=["state"])
        _tell("supersede", earlier, by=by, at=at)


@transaction.atomic
def adjust(scheme, *, result, by, at, **facts):
    """Add or take off points by hand; the results follow at once."""
    scheme = locked_row(scheme, State.PUBLISHED)
    adjustment = put_forward(result, by=by, at=at, **facts)
    compute(scheme, at=at)
    return adjustment


def put_forward(result, *, by, at, **facts):
    """A row of points for a unit; what is claimed counts once it is accepted."""
    return Adjustment.objects.create(scheme=result.scheme, result=result, place=result.place, by=by, at=at, **facts)


@transaction.atomic
def settle(adjustment, standing, *, answer, by, at):
    """Accept or refuse points a unit claimed."""
    adjustment.standing, adjustment.answer, adjustment.settled_by, adjustment.settled_at = standing, answer, by, at
    adjustment.save(update_fields=["standing", "answer", "settled_by", "settled_at"])


@transaction.atomic
def disclose(scheme, *, by, at):
    """内部公布: counted one last time; from now on every unit reads all results, and only decisions on objections change them."""
    scheme = locked_row(scheme, State.PUBLISHED)
    compute(scheme, at=at)
    if missing := unscored(scheme):
        count = len({result for result, _item in missing})
        raise SchemeRefused(_("还有 %(count)s 个单位的人工评分没有完成，不能公布。") % {"count": count})
    scheme.state, scheme.disclosed_at = State.DISCLOSED, at
    scheme.save(update_fields=["state", "disclosed_at"])
    _tell("disclose", scheme, by=by, at=at)
    return scheme


def unscored(scheme):
    """(result, item) keys of the manual items without a settled score."""
    rows = ResultItem.objects.filter(result__scheme=scheme, item__kind=ItemKind.MANUAL, points=None)
    return list(rows.values_list("result", "item"))


@transaction.atomic
def lock(scheme, *, by, at):
    """锁定: decided corrections are counted in; never again after."""
    scheme = locked_row(scheme, State.DISCLOSED)
    _tell("before_lock", scheme, by=by, at=at)
    retotal(scheme)
    scheme.state, scheme.locked_at, scheme.locked_by = State.LOCKED, at, by
    scheme.save(update_fields=["state", "locked_at", "locked_by"])
    _tell("lock", scheme, by=by, at=at)
    return scheme


@dataclass
class Sums:
    """What all units' points are made of, read at once."""

    figures: Any  # {unit: {indicator: (numerator, denominator)}}
    scores: Any  # {(result, item): {slot: points}}
    by_hand: Any  # {result: ([(item, points)], corrected)}
    limits: Any  # {item: the most it gives}


@transaction.atomic
def compute(scheme, *, at):
    """Count every unit's points anew; returns how many units. Safe to run again until the results are disclosed.

    The units are those of the first count: who is assessed is settled when the scheme is issued.
    """
    scheme = locked_row(scheme, State.PUBLISHED)
    results = list(scheme.results.select_related("place", "office").order_by("place__path", "pk")) or _begun(scheme)
    items = list(scheme.items.of_kind(*WEIGHED))
    sums = Sums(figures_of(scheme, items, results), scores_of(scheme), adjustments_of(scheme), limits_of(scheme))
    parts = [part for result in results for part in _scored(scheme, result, items, sums)]
    ResultItem.objects.filter(result__in=[result.pk for result in results]).delete()  # by their keys: a join would be planned blindly
    ResultItem.objects.bulk_create(parts)
    _write_totals(results)
    Scheme.objects.filter(pk=scheme.pk).update(computed_at=at)
    return len(results)


def _begun(scheme):
    return Result.objects.bulk_create(Result(scheme=scheme, place=place, office=office) for place, office in assessed_units(scheme))


def retotal(scheme):
    """Totals, classes and ranks from the kept points of the items: what decisions on objections corrected."""
    results, by_hand, limits = list(scheme.results.all()), adjustments_of(scheme), limits_of(scheme)
    for result in results:
        total(scheme, result, by_hand[result.pk], limits)
    _write_totals(results)


def _write_totals(results):
    for result, rank in zip(results, ranks([result.total for result in results]), strict=True):
        result.rank = rank
    Result.objects.bulk_update(results, ["base", "adjusted", "corrected", "total", "grade", "rank", "is_small"])


def figures_of(scheme, items, results):
    """{path or key of an office: {indicator: (numerator, denominator)}} over the months of the scheme's year.

    A place's are the kept ones; those of an office count the cases it holds or ended, by the same declared indicator.
    """
    codes, found = [item.indicator for item in items if item.indicator], defaultdict(dict)
    if scheme.kind == Unit.PLACE:
        rows = Figure.objects.filter(indicator__in=codes).between(date(scheme.year, 1, 1), date(scheme.year, 12, 1))
        for row in rows.totals("place_path", "indicator"):
            found[row["place_path"]][row["indicator"]] = (row["numerator"], row["denominator"])
        return found
    offices = [result.office_id for result in results]
    for indicator in (one for one in rates() if one.code in codes):
        for office, counts in office_counts(indicator, scheme.year, offices).items():
            found[office][indicator.code] = counts
    return found


def office_counts(indicator, year, offices):
    """{office: (numerator, denominator)} of the cases registered in a year that these offices hold."""
    rows = registry.case_models()[indicator.procedure].objects.filter(office__in=offices).order_by()
    rows = rows.filter(opened_at__gte=datetime(year, 1, 1, tzinfo=CITY_TIME), opened_at__lt=datetime(year + 1, 1, 1, tzinfo=CITY_TIME))
    found = defaultdict(lambda: [0, 0])
    for place, part in enumerate((NUMERATOR, DENOMINATOR)):
        column = indicator.adds[place] if len(indicator.adds) > place else None
        counted = indicator.rows(rows, part).order_by().values_list("office").annotate(n=Sum(column) if column else Count("*"))
        for office, count in counted:
            found[office][place] = count
    return {office: tuple(counts) for office, counts in found.items()}


def scores_of(scheme):
    """{(result, item): {slot: points}}"""
    found = defaultdict(dict)
    for result, item, slot, points in Score.objects.filter(result__scheme=scheme).values_list("result", "item", "slot", "points"):
        found[result, item][slot] = points
    return found


def adjustments_of(scheme):
    """{result: ([(item, points), …], what decisions corrected)} of what was accepted."""
    found = defaultdict(lambda: ([], []))
    rows = scheme.adjustments.filter(standing=Standing.ACCEPTED).values_list("result", "item", "points", "source")
    for result, item, points, source in rows:
        found[result][1].append(points) if source == Source.DECISION else found[result][0].append((item, points))
    return found


def limits_of(scheme):
    return dict(scheme.items.values_list("pk", "weight"))


def _scored(scheme, result, items, sums):
    """The parts of a unit's result, unsaved; its totals with them."""
    figures = sums.figures.get(result.office_id or result.place.path, {})
    parts = [_part(scheme, result, item, figures, sums.scores.get((result.pk, item.pk), {})) for item in items]
    result.base = base_of([(part.points, part.item.weight) for part in parts])
    result.is_small = any(part.is_small for part in parts)
    total(scheme, result, sums.by_hand[result.pk], sums.limits)
    return parts


def _part(scheme, result, item, figures, scores):
    if item.kind == ItemKind.MANUAL:
        given = [scores.get(slot) for slot in (Slot.FIRST, Slot.SECOND, Slot.THIRD)]
        return ResultItem(result=result, item=item, points=scored_by_hand(*given, weight=item.weight, most_apart=scheme.most_apart))
    numerator, denominator = figures.get(item.indicator, (0, 0))
    value = value_of(numerator, denominator)
    part = ResultItem(result=result, item=item, numerator=numerator, denominator=denominator, value=value, points=worth(item, value))
    part.is_small = value is not None and is_small(denominator)
    return part


def worth(item, value):
    """The points a value of an indicator brings: by its steps where it has any, else along the line."""
    if item.bands:
        return banded(value, weight=item.weight, bands=item.bands, better=item.direction)
    return points_of(value, weight=item.weight, floor=item.floor, target=item.target)


def total(scheme, result, by_hand, limits):
    adjustments, corrections = by_hand
    corrected = sum(corrections, Decimal(0))
    amounts = by_item(adjustments, limits)
    result.total = total_of(result.base, amounts, most=scheme.adjust_most, corrected=corrected)
    without = total_of(result.base, amounts, most=scheme.adjust_most)
    known = result.total is not None
    result.adjusted = without - result.base if known else Decimal(0)
    result.corrected = result.total - without if known else Decimal(0)
    result.grade = grade_of(result.total, excellent=scheme.excellent, good=scheme.good, passed=scheme.passed)


def failed_result(office):
    """The result that bars an office from honours (Art. 58): failed in the last locked assessment of its own, else of the place it serves;
    None where nothing does."""
    own = Result.objects.locked().filter(office=office)
    path = assessed_path(office.place.path)
    of_place = Result.objects.locked().filter(office=None, place__path=path)
    related = ("scheme", "place", "office")
    latest = own.select_related(*related).order_by("-scheme__year").first() or (
        of_place.select_related(*related).order_by("-scheme__year").first() if path else None
    )
    return latest if latest and latest.grade == Grade.FAILED else None


def last_failed():
    """The results of every unit that failed its last locked assessment, in order."""
    latest = Result.objects.locked().order_by("place_id", "office_id", "-scheme__year").distinct("place_id", "office_id").values("pk")
    return Result.objects.filter(pk__in=latest).failed().select_related("scheme", "place", "office").order_by("place__path", "office__code")
