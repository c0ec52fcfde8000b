"""The figures of reserves (Art. 37, 57), as they stand now: how many needs are covered, and what is about to expire."""

from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.enums import State
from emergencies.stockpiles.models import StockCard
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第三十七条、第五十七条")


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"stockpiles.{code}", label=label, article=CITED, procedure="stockpiles", numerator=numerator, denominator=denominator,
        rows_url="stockpiles_list", stock=True, unit=_("项"), **words,
    )  # fmt: skip


COVERED = _declare(
    "covered", _("应急物资储备达标率"), lambda rows: rows.required().filter(state=State.KEPT), lambda rows: rows.required(),
    numerator_label=_("库存达到定额的储备卡"), denominator_label=_("核定了定额的储备卡"), excluded=_("没有定额的、已撤销的不计入"),
)  # fmt: skip
EXPIRING = _declare(
    "expiring", _("应急物资临近轮换率"), lambda rows: rows.stocked().filter(expiring=True), lambda rows: rows.stocked(), better="lower",
    numerator_label=_("有批次临近轮换或者已到轮换日期的"), denominator_label=_("有库存的储备卡"), excluded=_("没有库存的、已撤销的不计入"),
)  # fmt: skip

INDICATORS = (COVERED, EXPIRING)


def standing(span):
    """Cards that were there before the year ended."""
    return StockCard.objects.filter(opened_at__lt=span.ends)


EVIDENCE = (of_figure(COVERED, standing, code="stockpiles.covered", label=_("应急物资达到储备定额"), office="office_id"),)
