"""The figures of recommendations, by the month one was sent."""

from django.utils.translation import gettext_lazy as _

from governance.cases.indicators import Indicator
from supervision.recommendations.enums import JUDGED, State

CITED = _("条例第五十九条")


def counted(rows):
    return rows.exclude(state=State.WITHDRAWN)


def due(rows):
    """Answered, or past the limit."""
    return counted(rows).filter(kept__isnull=False)


def judged(rows):
    return rows.filter(state__in=JUDGED)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"recommendations.{code}", label=label, article=CITED, procedure="recommendations",
        numerator=numerator, denominator=denominator, rows_url="recommendations_list", **words,
    )  # fmt: skip


INDICATORS = (
    _declare("sent", _("监察、司法、检察建议"), counted, better="", numerator_label=_("发出的建议"), excluded=_("已撤回的不计入")),
    _declare(
        "ongoing", _("建议在办存量"), lambda rows: rows.ongoing(), better="lower", stock=True, numerator_label=_("尚未答复或尚未评价的"),
    ),
    _declare(
        "in_time", _("建议按期答复率"), lambda rows: due(rows).filter(kept=True), due,
        numerator_label=_("在期限内答复的"), denominator_label=_("已答复的，以及期限已过的"), excluded=_("期限未到的、已撤回的不计入"),
    ),
    _declare(
        "adopted", _("建议采纳率"), lambda rows: rows.filter(state=State.ADOPTED), judged,
        numerator_label=_("发出机关评价为采纳的"), denominator_label=_("已作出评价的"), excluded=_("部分采纳的不计入采纳"),
    ),
    _declare(
        "at_first", _("一次答复采纳率"), lambda rows: rows.filter(state=State.ADOPTED, rounds=0), judged,
        numerator_label=_("第一次答复即被采纳的"), denominator_label=_("已作出评价的"),
    ),
)  # fmt: skip
