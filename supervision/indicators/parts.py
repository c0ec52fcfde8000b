"""What a dashboard is put together from: a figure somewhere, its parts, and the lists that open exactly the rows of each."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.calendar.months import month_before, months_until
from governance.cases.comparing import beyond_chance, interval, is_ranked, rate
from governance.cases.indicators import DENOMINATOR, LEFT_OUT, NUMERATOR
from governance.places.schematic import tile_name
from governance.web.tags import change
from supervision.indicators.rules import STOCK, added, chart_value

TREND_MONTHS, YEAR = 24, 12
NOTHING = (0, 0, 0)


@dataclass(frozen=True)
class Period:
    """The months a dashboard sums, and those around it that it needs."""

    last: Any
    span: int
    current: Any  # the running month, whose figures still grow

    @cached_property
    def window(self):
        return months_until(self.last, self.span)

    @cached_property
    def earlier(self):
        """As many months before the window."""
        return months_until(month_before(self.last, self.span), self.span)

    @cached_property
    def trend(self):
        return months_until(self.last, TREND_MONTHS)

    @cached_property
    def year(self):
        """The twelve months by which the size of a place is told."""
        return months_until(self.last, YEAR)

    def months_for(self, indicator):
        """The months an indicator is summed over; a stock stands under one key of its own."""
        return [STOCK] if indicator.stock else self.window

    @property
    def first_needed(self):
        return min(self.earlier[0], self.trend[0])

    @property
    def is_running(self):
        """Whether the last month is not over."""
        return self.last == self.current


@dataclass
class Part:
    """Numerator and denominator of an indicator somewhere, and the lists that open them."""

    indicator: Any
    numerator: int
    denominator: int
    rows_url: str
    base_url: str
    left_out: int = 0
    left_out_url: str = ""

    @property
    def is_rate(self):
        return self.indicator.denominator is not None

    @property
    def rate(self):
        return rate(self.numerator, self.denominator)

    @property
    def small(self):
        return self.is_rate and not is_ranked(self.denominator)

    @property
    def value(self):
        """What a chart draws: per cent of a rate, the number of a count; None where nothing was due."""
        return chart_value(self.rate) if self.is_rate else self.numerator


@dataclass
class Shown(Part):
    """One figure of the place, as components/figure.html reads it."""

    trend: tuple = ()
    trend_label: str = ""
    trend_open: bool = False
    change: str = ""
    unit: str = ""
    excluded: str = ""  # told once for all, under the figures
    article: str = ""

    @property
    def label(self):
        return self.indicator.label


@dataclass
class Unit(Part):
    """One of the places that are compared, in the table and on the map."""

    label: str = ""
    url: str = ""
    code: str = ""
    group: str = ""
    shade: int = 0
    against: float | None = None
    place_in_group: int | None = None
    tile: tuple | None = None
    outline: dict | None = None
    own: bool = False

    @property
    def n(self):
        return self.denominator

    @property
    def ends(self):
        """Between which shares the true one lies (95 %); None of amounts, which are no cases."""
        return None if self.indicator.adds else interval(self.numerator, self.denominator)

    @property
    def beyond(self):
        """1 or -1 where it differs from the place above beyond chance."""
        return 0 if self.indicator.adds else beyond_chance(self.numerator, self.denominator, self.against)

    @property
    def ink(self):
        """Which ink is read on the tile; a tile with too few cases is pale whatever its share."""
        return 0 if self.small else self.shade

    @property
    def short_label(self):
        return tile_name(self.label)


def shown(indicator, place, kept, period):
    """A figure of the place over the period."""
    by_month, months = of_indicator(indicator, kept), period.months_for(indicator)
    return Shown(
        **opened(indicator, summed(by_month, months), place.code, months),
        trend=() if indicator.stock else tuple(value_of(indicator, by_month.get(month)) for month in period.trend),
        trend_label=_("近24个月%(label)s走势") % {"label": indicator.label},
        trend_open=period.is_running,
        change=changed(indicator, by_month, period),
        unit="" if indicator.denominator else indicator.unit,
        excluded=_("现有存量，不分月份") if indicator.stock else "",
    )


def opened(indicator, counts, code, months):
    """What every `Part` is made of: the counts, and the lists of exactly their rows."""
    is_rate = indicator.denominator is not None
    return {
        "indicator": indicator,
        "numerator": counts[0],
        "denominator": counts[1],
        "left_out": counts[2],
        "rows_url": rows_url(indicator, NUMERATOR, code, months) if counts[0] or is_rate else "",
        "base_url": rows_url(indicator, DENOMINATOR, code, months) if is_rate else "",
        "left_out_url": rows_url(indicator, LEFT_OUT, code, months) if counts[2] else "",
    }


def cell(indicator, place, figure, month):
    """A figure of one month."""
    return Part(**opened(indicator, counts_of(figure) if figure else NOTHING, place.code, [month]))


def counts_of(figure):
    return figure.numerator, figure.denominator, figure.left_out


def of_indicator(indicator, kept):
    """{month: figure} of one indicator."""
    return {month: figure for (code, month), figure in kept.items() if code == indicator.code}


def summed(by_month, months):
    """(numerator, denominator, left out) over the months."""
    return added(counts_of(by_month[month]) for month in months if month in by_month)


def changed(indicator, by_month, period):
    """How a rate moved against as many months before, in words.

    Empty for counts, where a base is too small, and where the months before are not all kept.
    """
    now, before = summed(by_month, period.window), summed(by_month, period.earlier)
    comparable = is_ranked(now[1]) and is_ranked(before[1]) and all(month in by_month for month in period.earlier)
    if indicator.stock or not indicator.denominator or not comparable:
        return ""
    against = _("上月") if period.span == 1 else _("前%(span)s个月") % {"span": period.span}
    return _("较%(against)s%(change)s") % {"against": against, "change": change(rate(*now[:2]), rate(*before[:2]))}


def value_of(indicator, figure):
    if figure is None:
        return None if indicator.denominator else 0
    return rate(figure.numerator, figure.denominator) if indicator.denominator else figure.numerator


def rows_url(indicator, part, code, months):
    """The list that shows exactly the rows of a figure."""
    span = "" if indicator.stock else f"&first={months[0]:%Y-%m}&last={months[-1]:%Y-%m}"
    return f"{reverse(indicator.rows_url)}?figure={indicator.code}&part={part}&place={code}{span}"


def day_url(indicator, code, day):
    """The list of one day's rows."""
    return f"{reverse(indicator.rows_url)}?figure={indicator.code}&part={NUMERATOR}&place={code}&day={day:%F}"
