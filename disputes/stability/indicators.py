"""The figures of assessments, by the month a project was registered, and what shows that they are made (Art. 38)."""

from django.utils.translation import gettext_lazy as _

from disputes.stability.enums import State
from disputes.stability.models import StabilityAssessment
from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator

CITED = _("条例第三十八条第一款")


def counted(rows):
    return rows.exclude(state=State.CANCELLED)


def due(rows):
    """Submitted, or past the day of the decision."""
    return counted(rows).filter(kept__isnull=False)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"stability.{code}", label=label, article=CITED, procedure="stability",
        numerator=numerator, denominator=denominator, rows_url="stability_list", **words,
    )  # fmt: skip


INDICATORS = (
    _declare("opened", _("稳评项目"), counted, better="", numerator_label=_("立项的重大决策"), excluded=_("已终止的不计入"), unit=_("项")),
    _declare(
        "before_decision", _("决策前完成评估率"), lambda rows: due(rows).filter(kept=True), due,
        numerator_label=_("在拟决策日期以前报送备案的"), denominator_label=_("已报送的，以及拟决策日期已到的"),
        excluded=_("日期未到的、已终止的不计入"),
    ),
)  # fmt: skip

EVIDENCE = (
    Evidence(
        "stability.filed", _("重大决策社会稳定风险评估备案"), lambda span: span.of(StabilityAssessment.objects.get_queryset(), "filed_at"),
        rows_url="stability_list",
    ),
)  # fmt: skip
