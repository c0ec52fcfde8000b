"""The figures of hazards (Art. 32, 35, 57), by the month in which they were registered."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from emergencies.hazards.enums import Grade, State
from emergencies.hazards.models import Hazard
from governance.cases.evidence import Evidence, of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第三十二条、第三十五条、第五十七条")
NOT_FOUND = (State.DISMISSED, State.WITHDRAWN)
EXCLUDED = _("整改期限未到且没有报告完成的、未发现隐患的和撤回的不计入")


def found(rows):
    return rows.exclude(state__in=NOT_FOUND)


def settled(grade):
    """Of which it is known whether they were removed in time: reported removed, or past their limit."""
    return lambda rows: found(rows).filter(grade=grade, kept__isnull=False)


def in_time(grade):
    return lambda rows: found(rows).filter(grade=grade, kept=True)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"hazards.{code}", label=label, article=CITED, procedure="hazards", numerator=numerator, denominator=denominator,
        rows_url="hazards_list", unit=_("处"), **words,
    )  # fmt: skip


FOUND = _declare("found", _("排查安全隐患数"), found, better="", numerator_label=_("登记的隐患，未发现隐患的和撤回的除外"))
MAJOR_FOUND = _declare("major_found", _("重大隐患数"), lambda rows: found(rows).major(), better="", numerator_label=_("判定为重大隐患的"))
GENERAL_IN_TIME = _declare(
    "general_in_time", _("一般隐患按期整改率"), in_time(Grade.GENERAL), settled(Grade.GENERAL),
    numerator_label=_("一般隐患中在期限内报告整改完成并未被退回的"), denominator_label=_("一般隐患中已报告完成的，以及期限已过的"),
    excluded=EXCLUDED, floor=Decimal("0.80"),
)  # fmt: skip
MAJOR_IN_TIME = _declare(
    "major_in_time", _("重大隐患按期治理率"), in_time(Grade.MAJOR), settled(Grade.MAJOR),
    numerator_label=_("重大隐患中在期限内报告治理完成并未被退回的"), denominator_label=_("重大隐患中已报告完成的，以及期限已过的"),
    excluded=EXCLUDED, floor=Decimal("0.80"),
)  # fmt: skip
STRUCK = _declare(
    "struck", _("隐患销号率"), lambda rows: rows.filter(state=State.CLOSED), found,
    numerator_label=_("已复查验收销号的"), denominator_label=_("登记的隐患，未发现隐患的和撤回的除外"),
)  # fmt: skip

INDICATORS = (FOUND, MAJOR_FOUND, GENERAL_IN_TIME, MAJOR_IN_TIME, STRUCK)


def registered(span):
    return span.of(Hazard.objects.get_queryset())


EVIDENCE = (
    Evidence(code="hazards.found", label=_("排查登记安全隐患"), done=lambda span: found(registered(span)), rows_url="hazards_list"),
    of_figure(GENERAL_IN_TIME, registered, code="hazards.general_in_time", label=_("一般隐患按期整改")),
    of_figure(MAJOR_IN_TIME, registered, code="hazards.major_in_time", label=_("重大隐患按期治理")),
)
