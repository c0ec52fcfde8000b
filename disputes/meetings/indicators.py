"""The figures of joint meetings, by the month they were planned, and what shows that they are held (Art. 38)."""

from django.utils.translation import gettext_lazy as _

from disputes.meetings.enums import MET
from disputes.meetings.models import Meeting
from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator

CITED = _("条例第三十八条第二款")


def held(rows):
    return rows.filter(state__in=MET)


INDICATORS = (
    Indicator(
        code="meetings.held", label=_("联席会议"), article=CITED, procedure="meetings", numerator=held, better="",
        numerator_label=_("已经召开的"), excluded=_("筹备中的、已取消的不计入"), rows_url="meetings_list", unit=_("次"),
    ),
)  # fmt: skip

EVIDENCE = (
    Evidence(
        "meetings.held", _("召开联席会议"), lambda span: span.of(held(Meeting.objects.get_queryset()), "held_at"), rows_url="meetings_list"
    ),
)
