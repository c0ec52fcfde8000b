"""The figures of major danger sources (Art. 32, 57), as they stand now."""

from django.utils.translation import gettext_lazy as _

from emergencies.danger_sources import terms
from emergencies.danger_sources.models import DangerSource
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator
from governance.deadlines.models import Deadline

CITED = _("条例第三十二条、第五十七条")


def filed(rows):
    return rows.filed()


def checked_in_time(rows):
    """Filed, and no yearly check is overdue: the lapse is read, not the clock (emergencies/plans/indicators.py)."""
    late = Deadline.objects.still_open().filter(
        content_type__app_label="emergencies",
        content_type__model="dangersource",
        term=terms.CHECK.name,
        lapsed_at__isnull=False,
    )
    return rows.filed().exclude(pk__in=late.values("object_id"))


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"danger_sources.{code}", label=label, article=CITED, procedure="danger_sources", numerator=numerator,
        denominator=denominator, rows_url="danger_sources_list", stock=True, unit=_("处"), **words,
    )  # fmt: skip


FILED = _declare("filed", _("重大危险源数"), filed, better="", numerator_label=_("已备案、未核销的重大危险源"))
CHECKED = _declare(
    "checked", _("重大危险源按年检查率"), checked_in_time, filed,
    numerator_label=_("年度检查没有逾期的"), denominator_label=_("已备案、未核销的"), excluded=_("待备案、待补正和已核销的不计入"),
)  # fmt: skip
PLANNED = _declare(
    "planned", _("重大危险源预案备案率"), lambda rows: rows.filed().filter(plan_filed_at__isnull=False), filed,
    numerator_label=_("应急预案已备案的"), denominator_label=_("已备案、未核销的"), excluded=_("待备案、待补正和已核销的不计入"),
)  # fmt: skip

INDICATORS = (FILED, CHECKED, PLANNED)


def standing(span):
    """Sources that were there before the year ended."""
    return DangerSource.objects.filter(opened_at__lt=span.ends)


EVIDENCE = (of_figure(CHECKED, standing, code="danger_sources.checked", label=_("重大危险源登记、按年检查")),)
