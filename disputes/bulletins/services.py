"""Counts a month, drafts its bulletin, publishes it, corrects it. What is published is frozen: nothing here writes it again.

The figures are those the complaints declare as published (governance/registry.py); nothing is defined twice.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from disputes.bulletins import rules
from disputes.bulletins.enums import State
from disputes.bulletins.models import Bulletin
from governance import registry
from governance.calendar.months import month_after, month_before, month_of, months_until
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.places.enums import Level
from governance.places.models import Place

CITY_TIME = ZoneInfo("Asia/Shanghai")
PROCEDURE = "complaints"
THREE_RATES = ("complaints.response", "complaints.solved", "complaints.satisfied")  # 响应率、解决率、满意率
TREND_MONTHS = 12


class BulletinRefused(ValueError):
    """Why something cannot be done with a bulletin; the sentence is shown to the person."""


def published_indicators():
    """All published figures of the complaints, the count first; those the bulletin leaves out are shown among the open data."""
    own = [one for one in registry.declared("indicators") if one.procedure == PROCEDURE and one.published and not one.stock]
    return sorted(own, key=lambda one: one.denominator is not None)


def indicators():
    """(the published count, the three rates) of the complaints."""
    count, *rates = published_indicators()
    return count, [one for one in rates if one.code in THREE_RATES]


def counted(month):
    """{indicator: {code: [numerator, denominator]}} of city, counties and townships, from the cases registered in the month."""
    rows = registry.case_models()[PROCEDURE].objects.filter(opened_at__gte=start_of(month), opened_at__lt=start_of(month_after(month)))
    return {one.code: rules.summed(at_places(one, rows)) for one in published_indicators()}


def at_places(indicator, rows):
    """{path: [numerator, denominator]} of the very places."""
    parts = [NUMERATOR, DENOMINATOR] if indicator.denominator else [NUMERATOR]
    found = {}
    for index, part in enumerate(parts):
        grouped = indicator.rows(rows, part).order_by().values_list("place_path").annotate(n=Count("*"))
        for path, n in grouped:
            found.setdefault(path, [0, 0])[index] = n
    return found


def composed(month, inputs):
    """What is published of the counts: definitions, the city, counties, townships by county, and the trend."""
    count, rates = indicators()
    codes = [one.code for one in rates]
    city, counties, townships = places()
    columns = {"count": count.code, "rates": codes}
    names = [one.code for one in published_indicators()]
    kept = rules.withheld_at(counties, inputs, names, above=city[0])
    below = {}
    for code, _name in counties:
        inner = rules.withheld_at(townships.get(code, []), inputs, names, above=code, shut=rules.shut_below(kept, code, names))
        below[code] = rules.rows(townships.get(code, []), inputs, inner, **columns)
    received = inputs[count.code].get(city[0], [0, 0])[0]
    own = {code: rules.city_value(inputs[code].get(city[0], [0, 0])) for code in codes}
    figures = {
        "month": f"{month:%Y-%m}",
        "procedure": PROCEDURE,
        "rates": [definition(one) for one in rates],
        "received": definition(count),
        "city": {"code": city[0], "name": city[1], "received": received if received >= rules.LEAST else None, "values": own},
        "counties": rules.rows(counties, inputs, kept, **columns),
        "townships": below,
    }
    return figures | {"trend": trend(month, figures)}


def definition(indicator):
    """The words of a figure, frozen with it."""
    words = ("label", "numerator_label", "denominator_label", "excluded", "article")
    return {"code": indicator.code, **{name: str(getattr(indicator, name)) for name in words}}


def places():
    """(city, counties, {county: townships}) as (code, name) pairs."""
    known = Place.objects.in_use().filter(level__in=[Level.CITY, Level.COUNTY, Level.TOWNSHIP]).order_by("path")
    pairs = [(place.code, place.short_name) for place in known]
    below = {}
    for code, name in pairs:
        if len(code) == rules.TOWNSHIP:
            below.setdefault(code[: rules.COUNTY], []).append((code, name))
    return next(pair for pair in pairs if len(pair[0]) == rules.CITY), [pair for pair in pairs if len(pair[0]) == rules.COUNTY], below


def published_months():
    """The months everyone may read: other pages tell nothing of a month before its bulletin does."""
    return set(Bulletin.objects.standing().values_list("month", flat=True))


def trend(month, figures):
    """The rates as they were published month by month, this one last; a month without a bulletin is a gap."""
    months = months_until(month, TREND_MONTHS)
    kept = {one.month: one.figures for one in Bulletin.objects.standing().filter(month__in=months[:-1]).defer("inputs")} | {month: figures}
    return [{"month": f"{one:%Y-%m}", "values": rates_of(kept.get(one))} for one in months]


def rates_of(figures):
    """{code of a place: {rate: share or None}} of the city and the counties; empty without a bulletin."""
    rows = [figures["city"], *figures["counties"]] if figures else []
    return {row["code"]: {code: value and value["rate"] for code, value in row["values"].items()} for row in rows}


@transaction.atomic
def draft(month, *, at):
    """The draft of a closed month that has no bulletin yet; None where there is one. Safe to call twice and side by side."""
    if month_after(month) > month_of(local_day(at)):
        raise BulletinRefused(_("这个月还没有结束。"))
    inputs = counted(month)
    facts = {"inputs": inputs, "figures": composed(month, inputs), "counted_at": at}
    made, is_new = Bulletin.objects.get_or_create(month=month, version=1, defaults=facts)
    return made if is_new else None


def draft_due(*, at):
    """On the first days of a month: last month's draft, or the same counted anew while nobody has published it."""
    day = local_day(at)
    if not rules.is_drafting_day(day):
        return None
    month = month_before(month_of(day))
    waiting = Bulletin.objects.of_month(month).drafts().filter(version=1).first()
    if waiting is None:
        return draft(month, at=at)
    return recount(waiting, at=at) if local_day(waiting.counted_at) < day else None


@transaction.atomic
def recount(bulletin, *, at):
    """Count a draft anew."""
    row = _locked(bulletin, State.DRAFT)
    row.inputs = counted(row.month)
    row.figures, row.counted_at = composed(row.month, row.inputs), at
    row.save(update_fields=["inputs", "figures", "counted_at"])
    return row


@transaction.atomic
def publish(bulletin, *, by, at, foreword="", counted_at=None):
    """Freeze and publish exactly the figures that were seen (`counted_at` says which); what it corrects is marked as replaced.

    Raises `BulletinRefused` when it is no draft any more, or was counted anew meanwhile.
    """
    row = _locked(bulletin, State.DRAFT)
    if counted_at and row.counted_at != counted_at:
        raise BulletinRefused(_("数据刚刚重新统计过，请核对后再公布。"))
    Bulletin.objects.of_month(row.month).standing().update(state=State.REPLACED)
    row.state, row.foreword, row.published_at, row.published_by = State.PUBLISHED, foreword, at, by
    row.published_office = by.acting_post.office.name if by and by.acting_post else ""
    row.digest = rules.digest(row.figures)
    row.save(update_fields=["state", "foreword", "published_at", "published_by", "published_office", "digest"])
    return row


@transaction.atomic
def correct(bulletin, *, reason, at):
    """A new version of a published bulletin, counted anew, as a draft; what is published stays until it is published too."""
    row = _locked(bulletin, State.PUBLISHED)
    if not reason.strip():
        raise BulletinRefused(_("请写明更正原因。"))
    if Bulletin.objects.of_month(row.month).drafts().exists():
        raise BulletinRefused(_("已有一份待公布的更正。"))
    inputs = counted(row.month)
    return Bulletin.objects.create(
        month=row.month, version=row.version + 1, reason=reason.strip(), foreword=row.foreword, inputs=inputs,
        figures=composed(row.month, inputs), counted_at=at,
    )  # fmt: skip


def _locked(bulletin, state):
    row = Bulletin.objects.select_for_update().filter(pk=bulletin.pk, state=state).first()
    if row is None:
        raise BulletinRefused(_("这份通报的状态已经变化，请刷新页面。"))
    return row


def month_named(text):
    """The month written 2026-11, or None."""
    try:
        return datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        return None


def local_day(at):
    return at.astimezone(CITY_TIME).date()


def start_of(month):
    return datetime(month.year, month.month, 1, tzinfo=CITY_TIME)
