"""What `components/figure.html` and `components/bars.html` draw: numbers with their denominator and their way down."""

from dataclasses import dataclass, field
from typing import Any

from governance.web.formats import percent, thin

RANKED_FROM = 30  # below this denominator a share is shown but not ranked


@dataclass(frozen=True)
class Figure:
    """One figure. A share when `denominator` is given, else a count in `unit`. `trend` is oldest first, None a gap.

    `trend_label` says the trend in words for those who do not see it; `trend_open` dashes a last month that still runs.
    """

    label: Any
    numerator: int
    denominator: int | None = None
    unit: Any = ""
    rows_url: str = ""
    article: Any = ""
    trend: tuple = ()
    trend_label: Any = ""
    trend_open: bool = False
    change: Any = ""

    @property
    def is_rate(self):
        return self.denominator is not None

    @property
    def value(self):
        """95.6% of a share, 4 260 of a count."""
        return percent(self.numerator, self.denominator) if self.is_rate else thin(self.numerator)

    @property
    def small(self):
        return self.is_rate and 0 < self.denominator < RANKED_FROM


@dataclass(frozen=True)
class BarRow:
    """A unit in a comparison: `url` leads to the unit's own page, `rows_url` to exactly the counted rows."""

    label: Any
    numerator: int
    denominator: int
    url: str = ""
    rows_url: str = ""
    own: bool = False

    @property
    def share(self):
        return self.numerator / self.denominator if self.denominator else None

    @property
    def small(self):
        return self.denominator < RANKED_FROM


@dataclass(frozen=True)
class Bars:
    """Like compared with like; `ranked` puts the best share first, and what is too small to be ranked last."""

    caption: Any
    label: Any
    value_label: Any
    numerator_label: Any
    denominator_label: Any
    rows: list = field(default_factory=list)

    @property
    def ranked(self):
        return sorted(self.rows, key=lambda row: (row.small, 0 if row.small else -row.share))
