"""What a figure counts: declared by a procedure, kept and shown by supervision, and opened to exactly its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

NUMERATOR, DENOMINATOR, LEFT_OUT = "numerator", "denominator", "left_out"


@dataclass(frozen=True)
class Indicator:
    """A figure over the cases registered in a month at a place; a `stock` one (存量) over all of them as they stand now.

    `numerator` and `denominator` narrow a queryset of the procedure's cases; without a denominator the figure is a count. `better` is
    "higher", "lower" or "" (neither). `numerator_label` and `denominator_label` say in words which rows are counted, `excluded` which are
    not. `rows_url` names the list page that opens the rows. A `published` one stands among the open data, small cells left out. Below its
    `floor` (a share from 0 to 1, of a rate for which higher is better) supervision raises a draft finding about the place (Art. 58); the
    one declared holds until the leading group sets another.
    One that is `by_day` is kept by day as well, down to townships.
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
    by_day: bool = False
    adds: tuple = ()  # columns added up instead of rows counted: that of the numerator, that of the denominator

    @property
    def tells_left_out(self):
        """Whether it says how many cases it does not count: a share of cases does, one of amounts or a count does not."""
        return self.denominator is not None and not self.adds

    def is_below_floor(self, numerator, denominator):
        """Whether the share lies under the floor; never of nothing, and never where there is no floor."""
        return self.floor is not None and bool(denominator) and Decimal(numerator) < self.floor * denominator

    def rows(self, queryset, part=NUMERATOR):
        """The rows of one part of the figure, within any queryset of the procedure's cases; `LEFT_OUT` those no rate counts."""
        if part == LEFT_OUT:
            return queryset.exclude(self._counted(queryset.model)) if self.tells_left_out else queryset.none()
        narrow = self.denominator if part == DENOMINATOR and self.denominator else self.numerator
        return narrow(queryset)

    def _counted(self, model):
        """That a case is in the denominator: one look-up per case, where a list of all would not fit into memory."""
        return Exists(self.denominator(model.objects.order_by()).filter(pk=OuterRef("pk")))
