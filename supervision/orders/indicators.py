"""The figures of orders to rectify, by the month an order was drafted."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.indicators import Indicator
from supervision.orders.enums import State

CITED = _("条例第五十八条")


def served(rows):
    return rows.filter(served_at__isnull=False)


def due(rows):
    """Reported, or past the limit."""
    return rows.filter(kept__isnull=False)


def inspected(rows):
    """Passed, or sent back at least once."""
    return rows.filter(Q(state=State.CLOSED) | Q(rounds__gt=0))


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"orders.{code}", label=label, article=CITED, procedure="orders",
        numerator=numerator, denominator=denominator, rows_url="orders_list", **words,
    )  # fmt: skip


INDICATORS = (
    _declare("served", _("责令整改"), served, better="", numerator_label=_("已送达的通知书")),
    _declare(
        "ongoing", _("在改存量"), lambda rows: served(rows).ongoing(), better="lower", stock=True,
        numerator_label=_("已送达、尚未复查通过的"),
    ),
    _declare(
        "escalated", _("提级存量"), lambda rows: rows.ongoing().filter(escalated_at__isnull=False), better="lower", stock=True,
        numerator_label=_("逾期未整改、已提级、尚未办结的"),
    ),
    _declare(
        "in_time", _("按期整改率"), lambda rows: rows.filter(kept=True), due,
        numerator_label=_("在期限内报告整改完成的"), denominator_label=_("已报告的，以及期限已过的"), excluded=_("期限未到的不计入"),
    ),
    _declare(
        "passed_first", _("一次复查通过率"), lambda rows: rows.filter(state=State.CLOSED, rounds=0), inspected,
        numerator_label=_("第一次复查即通过的"), denominator_label=_("已复查的"),
    ),
)  # fmt: skip
