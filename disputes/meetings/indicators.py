"""The figures of joint meetings, by the month they were planned, and what shows that they are held (Art. 38)."""

from django.utils.translation import gettext_lazy as _

from disputes.meetings.enums import MET
from disputes.meetings.models import Meeting
from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator

CITED = _("条例第三十八条第二款")


def held(rows):
    return rows.filter(state__in=MET)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"meetings.{code}", label=label, article=CITED, procedure="meetings",
        numerator=numerator, denominator=denominator, rows_url="meetings_list", **words,
    )  # fmt: skip


INDICATORS = (
    _declare(
        "held", _("联席会议"), held, better="", numerator_label=_("已经召开的"), excluded=_("筹备中的、已取消的不计入"), unit=_("次")
    ),
    _declare(
        "minutes_on_time", _("会议纪要按期印发率"), lambda rows: rows.filter(kept=True), lambda rows: rows.filter(kept__isnull=False),
        numerator_label=_("会后在期限内印发纪要的"), denominator_label=_("已印发纪要的，以及期限已过的"),
        excluded=_("期限未到的、已取消的不计入"),
    ),
)  # fmt: skip

EVIDENCE = (
    Evidence(
        "meetings.held", _("召开联席会议"), lambda span: span.of(held(Meeting.objects.get_queryset()), "held_at"), rows_url="meetings_list"
    ),
)
