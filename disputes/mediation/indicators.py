"""The figures of mediation, by the month of registration (Art. 38, 41, 57), and the same for each committee."""

from decimal import Decimal

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Confirmation, Outcome
from disputes.mediation.models import Mediation
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第三十八条、第四十一条、第五十七条")
PARTS = {  # what the figures count, as the worklist opens it
    "accepted": (_("已受理"), Q(accepted_at__isnull=False)),
    "settled": (_("已终结"), ~Q(outcome="")),
    "agreed": (_("达成协议"), Q(outcome=Outcome.AGREED)),
    "due": (_("已终结或者期限已过"), Q(limit_kept__isnull=False)),
    "on_time": (_("按期终结"), Q(limit_kept=True)),
    "performance": (_("已查明是否履行"), Q(performed__isnull=False)),
    "performed": (_("已履行"), Q(performed=True)),
    "written": (_("书面协议"), Q(is_written=True)),
    "confirmed": (_("法院已确认"), Q(confirmation=Confirmation.CONFIRMED)),
    "diverted": (_("已分流"), Q(diverted_at__isnull=False)),
}
RATES = (  # of one committee: label, numerator, denominator
    (_("调解成功率"), "agreed", "settled"),
    (_("协议履行率"), "performed", "performance"),
    (_("按期调解率"), "on_time", "due"),
    (_("司法确认率"), "confirmed", "written"),
)


def rows_of(part):
    """Narrows a queryset of mediations to one part of the figures."""
    return lambda rows: rows.filter(PARTS[part][1])


def _declare(code, label, numerator, denominator="", **words):
    return Indicator(
        code=f"mediation.{code}", label=label, article=CITED, procedure="mediation", rows_url="mediation_list",
        numerator=rows_of(numerator), denominator=rows_of(denominator) if denominator else None, **words,
    )  # fmt: skip


ACCEPTED = _declare("accepted", _("调解受理量"), "accepted", better="", numerator_label=_("调委会已受理的"))
SUCCESS = _declare(
    "success", _("调解成功率"), "agreed", "settled",
    numerator_label=_("达成协议的"),
    denominator_label=_("调解已终结的（达成协议和未达成协议）"),
    excluded=_("调解中的、撤回的、不予受理的不计入"),
)  # fmt: skip
ON_TIME = _declare(
    "on_time", _("按期调解率"), "on_time", "due",
    numerator_label=_("在调解期限内终结的"),
    denominator_label=_("已终结的，以及调解期限已过的"),
    excluded=_("期限未到的不计入"), floor=Decimal("0.75"),
)  # fmt: skip
PERFORMED = _declare(
    "performed", _("协议履行率"), "performed", "performance",
    numerator_label=_("经回访已履行的"),
    denominator_label=_("经回访已查明是否履行的"),
    excluded=_("履行期限未到、尚未查明的不计入"),
)  # fmt: skip
CONFIRMED = _declare(
    "confirmed", _("司法确认率"), "confirmed", "written", better="",
    numerator_label=_("法院已裁定确认的"),
    denominator_label=_("达成书面协议的"),
    excluded=_("口头协议不计入"),
)  # fmt: skip
DIVERTED = _declare("diverted", _("调解分流量"), "diverted", better="", numerator_label=_("转往仲裁、裁决、复议、信访、诉讼的"))

INDICATORS = (ACCEPTED, SUCCESS, ON_TIME, PERFORMED, CONFIRMED, DIVERTED)

EVIDENCE = (
    of_figure(
        ON_TIME, lambda span: span.of(Mediation.objects.get_queryset()), code="mediation.on_time", label=_("受理的矛盾纠纷在期限内调解终结")
    ),
)  # fmt: skip


def per_committee(rows):
    """One row for each committee that holds any of them, and how many cases each part counts. One statement."""
    marks = {name: Count("pk", filter=condition) for name, (_label, condition) in PARTS.items()}
    held = rows.filter(office__isnull=False).order_by("office__place__path", "office__code")
    return held.values("office__code", "office__short_name", "office__place__parent__short_name").annotate(total=Count("pk"), **marks)
