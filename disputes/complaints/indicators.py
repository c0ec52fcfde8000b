"""The figures of 12345, by the month of registration. Formulas: common practice of 12345 platforms (响应率、解决率、满意率).

Nothing is counted twice (docs/adr/0011): what was received and handled counts every matter once, without the complaints that follow another
and by the parts of a split one; what people said of it counts every person once, followers each for themselves, a split one as a whole.
"""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import Satisfaction, Solved, State
from disputes.complaints.models import Complaint
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第四十三条、第五十七条")
ONCE = _("并案的只计主件，拆分的计各分项")


def everything(rows):
    return rows.matters()


def due(rows):
    """Cases whose handling is settled: answered, or past their limit."""
    return rows.matters().filter(handle_kept__isnull=False)


def contact_due(rows):
    return rows.matters().filter(contact_kept__isnull=False)


def asked(rows):
    """Valid call-backs and ratings: the person was reached and answered. Of a split complaint the person speaks once."""
    return rows.filter(parent=None).exclude(solved="")


def rated(rows):
    return rows.filter(parent=None).exclude(satisfaction="")


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"complaints.{code}", label=label, article=CITED, procedure="complaints",
        numerator=numerator, denominator=denominator, rows_url="complaints_list", **words,
    )  # fmt: skip


RECEIVED = _declare(
    "received", _("受理量"), everything, better="", published=True, numerator_label=_("登记的全部诉求"), excluded=ONCE, by_day=True
)  # fmt: skip
DUE = _declare(
    "due", _("应办结量"), due, better="",
    numerator_label=_("已答复的，以及办理期限已过的"),
    excluded=_("期限未到且尚未答复的不计入，包括此时已不予受理、转紧急热线或撤回的"),
)  # fmt: skip
CLOSED = _declare(
    "closed", _("办结量"), lambda rows: rows.matters().filter(state=State.CLOSED), better="",
    numerator_label=_("现已办结的"), excluded=ONCE,
)  # fmt: skip
RESPONSE = _declare(
    "response", _("响应率"), lambda rows: contact_due(rows).filter(contact_kept=True), contact_due,
    published=True, numerator_label=_("在时限内联系了反映人的"),
    denominator_label=_("已联系的，以及联系时限已过的"),
    excluded=_("联系时限未到的不计入"),
)  # fmt: skip
SOLVED = _declare(
    "solved", _("解决率"), lambda rows: asked(rows).filter(solved=Solved.YES), asked,
    published=True, numerator_label=_("反映人认为已解决的"),
    denominator_label=_("回访接通或已评价的"),
    excluded=_("未接通且未评价的不计入"),
)  # fmt: skip
SATISFIED = _declare(
    "satisfied", _("满意率"),
    lambda rows: rated(rows).filter(satisfaction__in=[Satisfaction.SATISFIED, Satisfaction.FAIRLY]), rated,
    published=True, numerator_label=_("反映人满意或基本满意的"),
    denominator_label=_("回访接通或已评价的"),
    excluded=_("未接通且未评价的不计入"),
)  # fmt: skip
ON_TIME = _declare(
    "on_time", _("按期办结率"), lambda rows: due(rows).filter(handle_kept=True), due,
    published=True, numerator_label=_("在办理期限内答复的"),
    denominator_label=_("已答复的，以及办理期限已过的"),
    excluded=_("期限未到的不计入"), floor=Decimal("0.80"),
)  # fmt: skip

RATED_BY_PEOPLE = (SOLVED, SATISFIED)
INDICATORS = (RECEIVED, DUE, CLOSED, RESPONSE, SOLVED, SATISFIED, ON_TIME)


def received(span):
    return span.of(Complaint.objects.get_queryset())


EVIDENCE = (
    of_figure(ON_TIME, received, code="complaints.on_time", label=_("群众诉求在办理期限内答复")),
    of_figure(RESPONSE, received, code="complaints.contacted", label=_("收到诉求后在时限内联系反映人")),
)
