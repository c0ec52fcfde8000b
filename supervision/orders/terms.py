"""The clocks of an order, by name."""

from datetime import timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import WARNINGS, Term
from supervision.orders.rules import MOST_ITEMS, rectify_limit

AHEAD = (timedelta(days=7), *WARNINGS)

RECTIFY = Term("orders.rectify", _("限期整改"), lambda case: rectify_limit(case.rounds), warnings=AHEAD)
DECIDE_EXTENSION = Term("orders.extension_decide", _("审批延期"), "orders.extension_decide")
INSPECT = Term("orders.inspect", _("复查"), "orders.inspect")


def _item(position):
    """The clock of one thing to put right; it ends with the day the notice names for it."""
    return Term(
        f"orders.item_{position}", format_lazy(_("整改事项{position}"), position=position), "orders.item", warnings=AHEAD,
        ends=lambda case: case.item_ends.get(position),
    )  # fmt: skip


ITEMS = tuple(_item(position) for position in range(1, MOST_ITEMS + 1))
TERMS = (RECTIFY, DECIDE_EXTENSION, INSPECT, *ITEMS)
