"""The figures of decisions, by the month they were taken (Art. 38)."""

from django.utils.translation import gettext_lazy as _

from disputes.resolutions.enums import State
from governance.cases.indicators import Indicator

CITED = _("条例第三十八条")


def counted(rows):
    return rows.exclude(state=State.WITHDRAWN)


def due(rows):
    """Reported as done, or past their day."""
    return counted(rows).filter(kept__isnull=False)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"resolutions.{code}", label=label, article=CITED, procedure="resolutions",
        numerator=numerator, denominator=denominator, rows_url="resolutions_list", **words,
    )  # fmt: skip


INDICATORS = (
    _declare("decided", _("联席会议议定事项"), counted, better="", numerator_label=_("议定的事项"), excluded=_("已撤销的不计入")),
    _declare(
        "on_time", _("议定事项按期落实率"), lambda rows: due(rows).filter(kept=True), due,
        numerator_label=_("在会议确定的日期以前报告完成的"), denominator_label=_("已报告完成的，以及日期已过的"),
        excluded=_("日期未到的、已撤销的不计入"),
    ),
)  # fmt: skip
