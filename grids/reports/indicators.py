"""The figures of grid reports, by the month of reporting (Art. 51, 57)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.indicators import Indicator
from grids.reports.enums import State

CITED = _("条例第五十一条、第五十七条")
ENDED = (State.SOLVED, State.CONFIRMED, State.HANDED_OVER)


def everything(rows):
    return rows


def settled(rows):
    """Reports whose first question is answered: solved on the spot, or passed on."""
    return rows.exclude(state=State.WITHDRAWN).filter(Q(state=State.SOLVED) | Q(passed_on=True))


def answer_due(rows):
    """Reports a station had to answer: answered, or past a station's limit."""
    return rows.filter(answer_kept__isnull=False)


def end_due(rows):
    """Reports that ended, and those that should have: a limit of theirs has passed, or they were answered."""
    return rows.filter(Q(state__in=ENDED) | (~Q(state=State.WITHDRAWN) & (Q(answer_kept__isnull=False) | Q(spot_kept=False))))


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"reports.{code}", label=label, article=CITED, procedure="reports", numerator=numerator, denominator=denominator,
        rows_url="reports_list", **words,
    )  # fmt: skip


RECEIVED = _declare("received", _("网格上报量"), everything, better="", numerator_label=_("网格员上报的全部事件"))
ON_THE_SPOT = _declare(
    "on_the_spot", _("就地解决率"), lambda rows: rows.filter(state=State.SOLVED, passed_on=False), settled,
    numerator_label=_("网格员现场解决、没有转报的"),
    denominator_label=_("现场解决的，以及转报或移交的"),
    excluded=_("还在网格员手里的和撤回的误报不计入"),
)  # fmt: skip
ON_TIME = _declare(
    "on_time", _("网格事件按期答复率"), lambda rows: rows.filter(answer_kept=True), answer_due,
    numerator_label=_("各级都在期限内答复或转报的"),
    denominator_label=_("已答复的，以及答复期限已过的"),
    excluded=_("现场解决的和期限未到的不计入"),
)  # fmt: skip
CLOSED = _declare(
    "closed", _("网格事件办结率"), lambda rows: rows.filter(state__in=ENDED), end_due,
    numerator_label=_("现场解决、确认办结或已移交的"),
    denominator_label=_("已办结的，以及已答复或期限已过而未办结的"),
    excluded=_("期限未到的和撤回的误报不计入"),
)  # fmt: skip

INDICATORS = (RECEIVED, ON_THE_SPOT, ON_TIME, CLOSED)
