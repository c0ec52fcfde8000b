"""The figures of deliberation, by the month a matter was raised (Art. 47, 57)."""

from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator
from grids.deliberation.enums import State
from grids.deliberation.models import Deliberation

CITED = _("条例第四十七条、第五十七条")


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"deliberation.{code}", label=label, article=CITED, procedure="deliberation", numerator=numerator, denominator=denominator,
        rows_url="deliberation_list", **words,
    )  # fmt: skip


RAISED = _declare(
    "raised", _("议事协商议题"), lambda rows: rows.exclude(state=State.WITHDRAWN), better="", numerator_label=_("提出的议题，撤回的除外")
)
HELD = _declare(
    "held", _("议事协商召开率"), lambda rows: rows.filter(held_at__isnull=False),
    lambda rows: rows.exclude(state__in=[State.RAISED, State.DECLINED, State.WITHDRAWN]),
    numerator_label=_("已经召开协商的"), denominator_label=_("受理的议题"), excluded=_("不予受理和撤回的不计入"),
)  # fmt: skip
ON_TIME = _declare(
    "on_time", _("协商结果按期落实率"), lambda rows: rows.filter(kept=True), lambda rows: rows.filter(kept__isnull=False),
    numerator_label=_("在公布的完成日期以前落实的"),
    denominator_label=_("已经落实的，以及超过完成日期的"),
    excluded=_("未达成一致的和日期未到的不计入"),
)  # fmt: skip

INDICATORS = (RAISED, HELD, ON_TIME)

EVIDENCE = (
    Evidence(
        "deliberation.held", _("召开议事协商会"), lambda span: span.of(Deliberation.objects.get_queryset(), "held_at"),
        rows_url="deliberation_list",
    ),
)  # fmt: skip
