"""The figures of 12345, by the month of registration. Formulas: common practice of 12345 platforms (响应率、解决率、满意率)."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import Satisfaction, Solved, State
from governance.cases.indicators import Indicator

CITED = _("条例第四十三条、第五十七条")


def everything(rows):
    return rows


def due(rows):
    """Cases whose handling is settled: answered, or past their limit."""
    return rows.filter(handle_kept__isnull=False)


def contact_due(rows):
    return rows.filter(contact_kept__isnull=False)


def asked(rows):
    """Valid call-backs and ratings: the person was reached and answered."""
    return rows.exclude(solved="")


def rated(rows):
    return rows.exclude(satisfaction="")


def _declare(code, label, numerator, denominator=None, *, better="higher", excluded=""):
    return Indicator(
        code=f"complaints.{code}", label=label, article=CITED, procedure="complaints", numerator=numerator, denominator=denominator,
        better=better, excluded=excluded, rows_url="complaints_list",
    )  # fmt: skip


RECEIVED = _declare("received", _("受理量"), everything, better="")
DUE = _declare("due", _("应办结量"), due, better="", excluded=_("未到期且尚未答复的、不予受理的、转紧急热线的和撤回的不计入"))
CLOSED = _declare("closed", _("办结量"), lambda rows: rows.filter(state=State.CLOSED), better="")
RESPONSE = _declare("response", _("响应率"), lambda rows: rows.filter(contact_kept=True), contact_due, excluded=_("联系时限未到的不计入"))
SOLVED = _declare("solved", _("解决率"), lambda rows: rows.filter(solved=Solved.YES), asked, excluded=_("未接通且未评价的不计入"))
SATISFIED = _declare(
    "satisfied", _("满意率"),
    lambda rows: rows.filter(satisfaction__in=[Satisfaction.SATISFIED, Satisfaction.FAIRLY]), rated, excluded=_("未接通且未评价的不计入"),
)  # fmt: skip
ON_TIME = _declare("on_time", _("按期办结率"), lambda rows: rows.filter(handle_kept=True), due, excluded=_("期限未到的不计入"))

INDICATORS = (RECEIVED, DUE, CLOSED, RESPONSE, SOLVED, SATISFIED, ON_TIME)
