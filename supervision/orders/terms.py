"""The clocks of an order, by name."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import WARNINGS, Term
from supervision.orders.rules import rectify_limit

RECTIFY = Term("orders.rectify", _("限期整改"), lambda case: rectify_limit(case.rounds), warnings=(timedelta(days=7), *WARNINGS))
DECIDE_EXTENSION = Term("orders.extension_decide", _("审批延期"), "orders.extension_decide")
INSPECT = Term("orders.inspect", _("复查"), "orders.inspect")

TERMS = (RECTIFY, DECIDE_EXTENSION, INSPECT)
