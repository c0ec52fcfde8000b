"""The figures of reviews, by the month a review was opened."""

from django.utils.translation import gettext_lazy as _

from governance.cases.indicators import Indicator
from supervision.reviews.enums import Satisfaction, State

CITED = _("条例第五十九条")
GOOD = (Satisfaction.SATISFIED, Satisfaction.FAIRLY)


def counted(rows):
    return rows.exclude(state=State.WITHDRAWN)


def due(rows):
    return counted(rows).filter(kept__isnull=False)


def assessed(rows):
    return rows.exclude(satisfaction="")


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"reviews.{code}", label=label, article=CITED, procedure="reviews",
        numerator=numerator, denominator=denominator, rows_url="reviews_list", **words,
    )  # fmt: skip


INDICATORS = (
    _declare("asked", _("人大监督事项"), counted, better="", numerator_label=_("提出的询问和审议意见"), excluded=_("已撤回的不计入")),
    _declare(
        "in_time", _("人大询问按期答复率"), lambda rows: due(rows).filter(kept=True), due,
        numerator_label=_("在期限内全部答复的"), denominator_label=_("已全部答复的，以及期限已过的"), excluded=_("期限未到的不计入"),
    ),
    _declare(
        "satisfied", _("人大评议满意率"), lambda rows: rows.filter(satisfaction__in=GOOD), assessed,
        numerator_label=_("评议为满意或基本满意的"), denominator_label=_("已经评议的"),
    ),
)  # fmt: skip
