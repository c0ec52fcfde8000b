"""The figures of searches (Art. 38, 57), by the month in which the round was called."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from disputes.searches.models import Search
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第三十八条第一款、第五十七条")


def known(rows):
    """Searches of which it is known: finished, or past their limit."""
    return rows.filter(kept__isnull=False)


KEPT = Indicator(
    code="searches.kept", label=_("排查按期完成率"), article=CITED, procedure="searches", rows_url="searches_list", unit=_("次"),
    numerator=lambda rows: rows.filter(kept=True), denominator=known, numerator_label=_("在本轮结束前完成的"),
    denominator_label=_("已完成的，以及本轮已经结束的"), excluded=_("本轮未结束且尚未完成的、已取消的不计入"), floor=Decimal("0.80"),
)  # fmt: skip
FOUND = Indicator(
    code="searches.found", label=_("发现矛盾纠纷的排查"), article=CITED, procedure="searches", rows_url="searches_list", better="",
    numerator=lambda rows: rows.with_findings(), numerator_label=_("发现矛盾纠纷的村（社区）次数"), unit=_("次"),
)  # fmt: skip

INDICATORS = (KEPT, FOUND)
EVIDENCE = (of_figure(KEPT, lambda span: span.of(Search.objects.get_queryset()), code="searches.kept", label=_("矛盾纠纷排查按期完成")),)
