"""What a figure counts: declared by a procedure, kept and shown by supervision, and opened to exactly its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

NUMERATOR, DENOMINATOR = "numerator", "denominator"


@dataclass(frozen=True)
class Indicator:
    """A figure over the cases registered in a month at a place; a `stock` one (存量) over all of them as they stand now.

    `numerator` and `denominator` narrow a queryset of the procedure's cases; without a denominator the figure is a count. `better` is
    "higher", "lower" or "" (neither). `numerator_label` and `denominator_label` say in words which rows are counted, `excluded` which are
    not. `rows_url` names the list page that opens the rows. A `published` one stands among the open data, small cells left out. Below its
    `floor` (a share from 0 to 1, of a rate for which higher is better) supervision raises a draft finding about the place (Art. 58).
    """

    code: str
    label: Any
    article: Any
    procedure: str
    numerator: Callable
    denominator: Callable | None = None
    better: str = "higher"
    numerator_label: Any = ""
    denominator_label: Any = ""
    excluded: Any = ""
    rows_url: str = ""
    unit: Any = _("件")  # what a count counts
    stock: bool = False
    published: bool = False
    floor: Decimal | None = None
    adds: tuple = ()  # columns added up instead of rows counted: that of the numerator, that of the denominator

    def is_below_floor(self, numerator, denominator):
        """Whether the share lies under the floor; never of nothing, and never where there is no floor."""
        return self.floor is not None and bool(denominator) and Decimal(numerator) < self.floor * denominator

    def rows(self, queryset, part=NUMERATOR):
        """The rows of one part of the figure, within any queryset of the procedure's cases."""
        narrow = self.denominator if part == DENOMINATOR and self.denominator else self.numerator
        return narrow(queryset)
