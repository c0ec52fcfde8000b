"""The figures of mass events (Art. 23, 57), by the month of the application."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.mass_events.models import DECIDED, MassEvent
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第二十三条、第五十七条")


def settled(rows):
    """Decided, or past the limit."""
    return rows.filter(kept__isnull=False)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"mass_events.{code}", label=label, article=CITED, procedure="mass_events",
        numerator=numerator, denominator=denominator, rows_url="mass_events_list", unit=_("场"), **words,
    )  # fmt: skip


APPLIED = _declare("applied", _("大型活动申请数"), lambda rows: rows.all(), better="", numerator_label=_("收到的安全许可申请"))
PERMITTED = _declare(
    "permitted", _("大型活动许可数"), lambda rows: rows.filter(state__in=DECIDED), better="", numerator_label=_("准予许可的")
)
IN_TIME = _declare(
    "in_time", _("大型活动按期决定率"), lambda rows: rows.filter(kept=True), settled,
    numerator_label=_("在法定期限内决定的"), denominator_label=_("已决定的，以及期限已过的"), excluded=_("未受理、撤回的不计入"),
)  # fmt: skip

INDICATORS = (APPLIED, PERMITTED, IN_TIME)


def asked_for(span):
    """What was decided in the year, and what is past its limit."""
    decided = Q(decided_at__gte=span.begins, decided_at__lt=span.ends)
    return MassEvent.objects.filter(decided | Q(decided_at=None, kept=False, opened_at__lt=span.ends))


EVIDENCE = (of_figure(IN_TIME, asked_for, code="mass_events.in_time", label=_("大型群众性活动按期决定"), office="office_id"),)
