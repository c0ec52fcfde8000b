"""The figures of grid reports, by the month of reporting (Art. 51, 57)."""

from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator
from grids.reports.enums import State
from grids.reports.models import Report

CITED = _("条例第五十一条、第五十七条")
ENDED = (State.SOLVED, State.CONFIRMED, State.HANDED_OVER)


NOT_WITHDRAWN = ~Q(state=State.WITHDRAWN)
SPOT_SOLVED = Q(state=State.SOLVED, passed_on=False)
SETTLED = NOT_WITHDRAWN & (Q(state=State.SOLVED) | Q(passed_on=True))  # the first question is answered: solved on the spot, or passed on
ENDED_WELL = Q(state__in=ENDED)
END_DUE = ENDED_WELL | (NOT_WITHDRAWN & (Q(answer_kept__isnull=False) | Q(spot_kept=False)))  # ended, or should have


def everything(rows):
    return rows


def narrowed(condition):
    """The rows of which a condition is true."""
    return lambda rows: rows.filter(condition)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"reports.{code}", label=label, article=CITED, procedure="reports", numerator=numerator, denominator=denominator,
        rows_url="reports_list", **words,
    )  # fmt: skip


RECEIVED = _declare(
    "received", _("网格上报量"), everything, better="", numerator_label=_("网格员上报的全部事件"), by_day=True
)  # fmt: skip
ON_THE_SPOT = _declare(
    "on_the_spot", _("就地解决率"), narrowed(SPOT_SOLVED), narrowed(SETTLED),
    numerator_label=_("网格员现场解决、没有转报的"),
    denominator_label=_("现场解决的，以及转报或移交的"),
    excluded=_("还在网格员手里的和撤回的误报不计入"),
)  # fmt: skip
ON_TIME = _declare(
    "on_time", _("网格事件按期答复率"), narrowed(Q(answer_kept=True)), narrowed(Q(answer_kept__isnull=False)),
    numerator_label=_("各级都在期限内答复或转报的"),
    denominator_label=_("已答复的，以及答复期限已过的"),
    excluded=_("现场解决的和期限未到的不计入"), floor=Decimal("0.75"),
)  # fmt: skip


def of_station(column):
    """The figure of one station: what it settled, and what it let go past its limit."""
    return {
        "numerator": narrowed(Q((column, True))),
        "denominator": narrowed(Q((f"{column}__isnull", False))),
        "numerator_label": _("这一级在期限内答复或转报的"),
        "denominator_label": _("这一级已答复或转报的，以及这一级期限已过的"),
        "excluded": _("没有到这一级的、期限未到的和期限内退回的不计入"),
    }


IN_VILLAGE = _declare("in_village", _("村（社区）按期率"), **of_station("village_kept"))
IN_TOWNSHIP = _declare("in_township", _("乡镇（街道）按期率"), **of_station("township_kept"))
IN_DEPARTMENT = _declare("in_department", _("部门按期率"), **of_station("department_kept"))
CHECKED = _declare(
    "checked", _("答复核对率"), narrowed(Q(state=State.CONFIRMED, by_silence=False)), narrowed(Q(state=State.CONFIRMED)),
    numerator_label=_("网格员到场核对后确认办结的"),
    denominator_label=_("答复后办结的"),
    excluded=_("现场解决的和移交的不计入"),
)  # fmt: skip
CLOSED = _declare(
    "closed", _("网格事件办结率"), narrowed(ENDED_WELL), narrowed(END_DUE),
    numerator_label=_("现场解决、确认办结或已移交的"),
    denominator_label=_("已办结的，以及已答复或期限已过而未办结的"),
    excluded=_("期限未到的和撤回的误报不计入"),
)  # fmt: skip

INDICATORS = (RECEIVED, ON_THE_SPOT, ON_TIME, IN_VILLAGE, IN_TOWNSHIP, IN_DEPARTMENT, CHECKED, CLOSED)


def reported(span):
    return span.of(Report.objects.get_queryset())


EVIDENCE = (
    of_figure(IN_VILLAGE, reported, code="reports.in_village", label=_("网格事件在村（社区）一级按期答复或转报")),
    of_figure(ON_TIME, reported, code="reports.on_time", label=_("网格事件按期答复")),
)
