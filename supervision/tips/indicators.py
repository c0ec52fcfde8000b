"""The figures of tips, by the month one was filed."""

from django.utils.translation import gettext_lazy as _

from governance.cases.indicators import Indicator
from supervision.tips.enums import State

CITED = _("条例第五十九条")


def due(rows):
    """Answered, or past the limit."""
    return rows.filter(kept__isnull=False)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"tips.{code}", label=label, article=CITED, procedure="tips",
        numerator=numerator, denominator=denominator, rows_url="tips_list", **words,
    )  # fmt: skip


INDICATORS = (
    _declare("filed", _("监督来信"), lambda rows: rows.all(), better="", numerator_label=_("收到的来信")),
    _declare(
        "in_time", _("来信按期答复率"), lambda rows: rows.filter(kept=True), due,
        numerator_label=_("在期限内答复的"), denominator_label=_("已答复的，以及期限已过的"), excluded=_("不予受理、转12345、撤回的不计入"),
    ),
    _declare("ongoing", _("来信在办存量"), lambda rows: rows.ongoing(), better="lower", stock=True, numerator_label=_("尚未答复的")),
    _declare(
        "passed_on", _("转12345办理"), lambda rows: rows.filter(state=State.PASSED_ON), better="",
        numerator_label=_("属于诉求、转12345办理的"),
    ),
)  # fmt: skip
