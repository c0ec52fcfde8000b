"""The dashboard as a sheet: every figure of the place and of those right below it, or month by month."""

from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from governance.cases.comparing import interval, rate
from governance.places.models import Place
from governance.sheets.columns import Column
from supervision.indicators.models import Figure
from supervision.indicators.rules import STOCK

COUNTS = (
    Column("", _("指标"), value=lambda row: str(row["one"].label)),
    Column("when", _("登记期间")),
    Column("", _("分子口径"), value=lambda row: str(row["one"].numerator_label)),
    Column("numerator", _("分子（数量）")),
    Column("", _("分母口径"), value=lambda row: str(row["one"].denominator_label)),
    Column("", _("分母"), value=lambda row: row["denominator"] if row["one"].denominator else ""),
    Column("", _("比率"), value=lambda row: _rounded(rate(row["numerator"], row["denominator"]) if row["one"].denominator else None)),
    Column("", _("95%置信下限"), value=lambda row: _end(row, 0)),
    Column("", _("95%置信上限"), value=lambda row: _end(row, 1)),
    Column("", _("未计入"), value=lambda row: row["left_out"] if row["one"].tells_left_out else ""),
    Column("", _("不计入的理由"), value=lambda row: str(row["one"].excluded)),
    Column("", _("依据"), value=lambda row: str(row["one"].article)),
)
PLACES = (Column("place", _("地区")), Column("code", _("区划代码")), *COUNTS)


def _rounded(share):
    return "" if share is None else round(share, 4)


def _end(row, which):
    one = row["one"]
    ends = interval(row["numerator"], row["denominator"]) if one.denominator and not one.adds else None
    return _rounded(ends[which] if ends else None)


def places_of(place, period, indicators):
    """A row for each figure of each place, in the order of the dashboard."""
    codes, span = [one.code for one in indicators], f"{period.window[0]:%Y-%m} – {period.last:%Y-%m}"
    rows = Figure.objects.filter(Q(parent_path=place.path) | Q(place_path=place.path), indicator__in=codes)
    rows = rows.shown(period.window[0], period.last).values("indicator", "place_path")
    sums = rows.annotate(numerator=Sum("numerator"), denominator=Sum("denominator"), left_out=Sum("left_out")).order_by()
    found = {(row["indicator"], row["place_path"]): row for row in sums}
    places = list(Place.objects.in_use().filter(Q(parent=place) | Q(pk=place.pk)).order_by("path"))
    for one in indicators:
        for where in places:
            counts = found.get((one.code, where.path))
            if counts:
                yield {**counts, "one": one, "place": where.short_name, "code": where.code, "when": str(_("现有")) if one.stock else span}


def months_of(place, period, indicators):
    """A row for each figure of the place and each of its months."""
    known = {one.code: one for one in indicators}
    rows = Figure.objects.filter(place_path=place.path, indicator__in=known).shown(period.trend[0], period.last)
    kept = {(row.indicator, row.month): row for row in rows}
    for one in indicators:
        for month in [STOCK] if one.stock else period.trend:
            row = kept.get((one.code, month))
            if row:
                counts = {"numerator": row.numerator, "denominator": row.denominator, "left_out": row.left_out}
                yield {**counts, "one": one, "when": str(_("现有")) if one.stock else f"{month:%Y-%m}"}
