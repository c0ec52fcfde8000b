"""The figures of the register as they stand now, and what shows that trades and mediators are provided for (Art. 40, 41)."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.mediators.enums import CommitteeKind
from disputes.mediators.models import Committee, Mediator, Studio
from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator

CITED = _("条例第四十条、第四十一条；人民调解法第九条")


def in_force(rows):
    return rows.in_force()


def in_term(rows):
    """Whose term has not ended."""
    return rows.in_force().filter(term_until__gte=timezone.localdate())


def staffed(rows):
    """With somebody who mediates today."""
    return rows.in_force().filter(pk__in=Mediator.objects.serving(timezone.localdate()).values("committee"))


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"mediators.{code}", label=label, article=CITED, procedure="mediators",
        numerator=numerator, denominator=denominator, rows_url="mediators_list", stock=True, unit=_("个"), **words,
    )  # fmt: skip


COMMITTEES = _declare("committees", _("调解委员会数"), in_force, better="", numerator_label=_("在册、未撤销的调解委员会"))
IN_TERM = _declare(
    "in_term", _("调委会任期有效率"), in_term, in_force,
    numerator_label=_("本届任期未满的"), denominator_label=_("在册、未撤销的"), excluded=_("已撤销的不计入"),
)  # fmt: skip
STAFFED = _declare(
    "staffed", _("有在聘调解员的调委会比例"), staffed, in_force,
    numerator_label=_("有调解员在聘期内的"), denominator_label=_("在册、未撤销的"), excluded=_("已撤销的不计入"),
)  # fmt: skip
TRADES = _declare(
    "trades", _("行业性、专业性调委会数"), lambda rows: rows.in_force().filter(kind=CommitteeKind.TRADE), better="higher",
    numerator_label=_("在册的行业性、专业性调解委员会"),
)  # fmt: skip

INDICATORS = (COMMITTEES, IN_TERM, STAFFED, TRADES)


def trades(span):
    """Committees of trades on the register before the year ended."""
    return Committee.objects.in_force().filter(kind=CommitteeKind.TRADE, opened_at__lt=span.ends)


def engaged(span):
    """Committees with somebody engaged on the day of asking."""
    return Committee.objects.in_force().filter(pk__in=Mediator.objects.serving(span.today).values("committee"), opened_at__lt=span.ends)


def studios(span):
    """Committees with a studio that is open."""
    return Committee.objects.in_force().filter(pk__in=Studio.objects.running().values("committee"), opened_at__lt=span.ends)


EVIDENCE = (
    Evidence("mediators.trades", _("行业性、专业性调解委员会在册"), trades, rows_url="mediators_list"),
    Evidence("mediators.engaged", _("调解委员会有在聘调解员"), engaged, rows_url="mediators_list"),
    Evidence("mediators.studios", _("个人调解工作室已设立"), studios, rows_url="mediators_list"),
)
