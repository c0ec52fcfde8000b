"""The figures of oversight: how much is raised, how soon it is verified, how much is released. By the month a finding was raised."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.indicators import Indicator
from supervision.oversight.enums import ON_THE_LIST, State

CITED = _("条例第五十八条")


def everything(rows):
    return rows


def ongoing(rows):
    return rows.ongoing()


def confirmed(rows):
    return rows.filter(confirmed_at__isnull=False)


def decided(rows):
    """Confirmed or dismissed: what is still a draft says nothing yet."""
    return rows.filter(Q(confirmed_at__isnull=False) | Q(state=State.DISMISSED))


def verification_due(rows):
    return rows.filter(verify_kept__isnull=False)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"oversight.{code}", label=label, article=CITED, procedure="oversight",
        numerator=numerator, denominator=denominator, rows_url="oversight_list", **words,
    )  # fmt: skip


INDICATORS = (
    _declare("raised", _("督导线索"), everything, better="", numerator_label=_("形成的全部线索")),
    _declare("ongoing", _("在办线索存量"), ongoing, better="lower", stock=True, numerator_label=_("尚未解除、也未决定不予督导的")),
    _declare(
        "listed", _("挂牌督办存量"), lambda rows: rows.filter(state__in=ON_THE_LIST), better="lower", stock=True,
        numerator_label=_("已挂牌、尚未摘牌的"),
    ),
    _declare(
        "confirmed", _("线索确认率"), confirmed, decided, better="",
        numerator_label=_("核实后确认的"), denominator_label=_("已确认或决定不予督导的"),
        excluded=_("待核实的、核实前已履行的和并入其他线索的不计入"),
    ),
    _declare(
        "released", _("督导解除率"), lambda rows: confirmed(rows).filter(state=State.CLOSED), confirmed,
        numerator_label=_("已解除督导的"), denominator_label=_("核实后确认的"),
    ),
    _declare(
        "verified_in_time", _("按期核实率"), lambda rows: rows.filter(verify_kept=True), verification_due,
        numerator_label=_("在核实期限内作出决定的"), denominator_label=_("已作出决定的，以及核实期限已过的"),
        excluded=_("核实期限未到的不计入"),
    ),
)  # fmt: skip
