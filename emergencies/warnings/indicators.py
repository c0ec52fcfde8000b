"""The figures of warnings (Art. 20, 25, 26, 36, 57), by the month of the draft."""

from django.utils.translation import gettext_lazy as _

from emergencies.warnings.enums import PUBLISHED, Sort, State
from emergencies.warnings.models import Warning
from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator

CITED = _("条例第二十条、第二十五条、第二十六条、第三十六条")


def issued(rows):
    return rows.filter(state__in=PUBLISHED)


def settled(rows):
    """Issued, or past the limit; what was given up does not count."""
    return rows.filter(kept__isnull=False).exclude(state=State.WITHDRAWN)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"warnings.{code}", label=label, article=CITED, procedure="warnings", numerator=numerator, denominator=denominator,
        rows_url="warnings_list", unit=_("条"), **words,
    )  # fmt: skip


ISSUED = _declare(
    "issued", _("预警发布数"), lambda rows: issued(rows).filter(sort=Sort.WARNING), better="",
    numerator_label=_("已向社会发布的红、橙、黄、蓝预警"),
)  # fmt: skip
TIPS = _declare(
    "tips", _("安全提示发布数"), lambda rows: issued(rows).filter(sort=Sort.TIP), better="",
    numerator_label=_("已向社会发布的安全提示，包括防诈骗和金融风险提示"),
)  # fmt: skip
IN_TIME = _declare(
    "in_time", _("预警信息按时发布率"), lambda rows: settled(rows).filter(kept=True), settled,
    numerator_label=_("自拟稿起在期限内发布的"), denominator_label=_("已发布的，以及期限已过的"), excluded=_("撤稿的、还在期限内的不计入"),
)  # fmt: skip

INDICATORS = (ISSUED, TIPS, IN_TIME)


def sent_of(**wanted):
    """What went before the public in the year."""
    return lambda span: span.of(issued(Warning.objects.filter(**wanted)), "issued_at")


def _evidence(code, label, **wanted):
    return Evidence(f"warnings.{code}", label, sent_of(**wanted), office="office_id", rows_url="warnings_list")


EVIDENCE = (
    _evidence("fraud", _("发布电信网络诈骗安全提示"), kind__code="fraud"),
    _evidence("finance", _("发布金融风险提示"), kind__code="finance"),
    _evidence("statements", _("向社会发布突发事件信息"), sort=Sort.STATEMENT),
)
