"""The figures of mediation, by the month of registration (Art. 38, 41, 57)."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Outcome
from disputes.mediation.models import Mediation
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第三十八条、第四十一条、第五十七条")


def accepted(rows):
    return rows.filter(accepted_at__isnull=False)


def settled(rows):
    """Mediations that came to an end: with an agreement, or without."""
    return rows.exclude(outcome="")


def agreed(rows):
    return rows.filter(outcome=Outcome.AGREED)


def due(rows):
    return rows.filter(limit_kept__isnull=False)


def performance_known(rows):
    return rows.filter(performed__isnull=False)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"mediation.{code}", label=label, article=CITED, procedure="mediation",
        numerator=numerator, denominator=denominator, rows_url="mediation_list", **words,
    )  # fmt: skip


ACCEPTED = _declare("accepted", _("调解受理量"), accepted, better="", numerator_label=_("调委会已受理的"))
SUCCESS = _declare(
    "success", _("调解成功率"), agreed, settled,
    numerator_label=_("达成协议的"),
    denominator_label=_("调解已终结的（达成协议和未达成协议）"),
    excluded=_("调解中的、撤回的、不予受理的不计入"),
)  # fmt: skip
ON_TIME = _declare(
    "on_time", _("按期调解率"), lambda rows: rows.filter(limit_kept=True), due,
    numerator_label=_("在调解期限内终结的"),
    denominator_label=_("已终结的，以及调解期限已过的"),
    excluded=_("期限未到的不计入"), floor=Decimal("0.75"),
)  # fmt: skip
PERFORMED = _declare(
    "performed", _("协议履行率"), lambda rows: rows.filter(performed=True), performance_known,
    numerator_label=_("经回访已履行的"),
    denominator_label=_("经回访已查明是否履行的"),
    excluded=_("履行期限未到、尚未查明的不计入"),
)  # fmt: skip

INDICATORS = (ACCEPTED, SUCCESS, ON_TIME, PERFORMED)

EVIDENCE = (
    of_figure(
        ON_TIME, lambda span: span.of(Mediation.objects.get_queryset()), code="mediation.on_time", label=_("受理的矛盾纠纷在期限内调解终结")
    ),
)  # fmt: skip
