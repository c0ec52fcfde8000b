"""The figures of drills (Art. 22 para 2, 57), by the month in which the obligation began."""

from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.drills.enums import DONE, State
from emergencies.drills.models import Drill
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第二十二条第二款、第五十七条")


def settled(rows):
    """Obligations of which it is known: held, or past their limit."""
    return rows.filter(kept__isnull=False)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"drills.{code}", label=label, article=CITED, procedure="drills",
        numerator=numerator, denominator=denominator, rows_url="drills_list", unit=_("次"), **words,
    )  # fmt: skip


HELD = _declare(
    "held", _("已组织演练数"), lambda rows: rows.filter(state__in=DONE), better="",
    numerator_label=_("已组织的演练"),
)  # fmt: skip
KEPT = _declare(
    "kept", _("演练按期率"), lambda rows: rows.filter(kept=True), settled,
    numerator_label=_("在期限内组织的"),
    denominator_label=_("已组织的，以及期限已过的"),
    excluded=_("按义务产生的月份统计；期限未到且尚未组织的不计入，因此近几个月偏高"), floor=Decimal("0.80"),
)  # fmt: skip
LATE = _declare(
    "owed_late", _("逾期未演练的场所数"), lambda rows: rows.owed().filter(kept=False), better="lower", stock=True,
    numerator_label=_("期限已过、尚未组织演练的"),
)  # fmt: skip
IMPROVING = _declare(
    "improving", _("演练改进措施未落实数"), lambda rows: rows.filter(state=State.IMPROVING), better="lower", stock=True,
    numerator_label=_("已报送、改进措施还没有全部落实的"),
)  # fmt: skip

INDICATORS = (HELD, KEPT, LATE, IMPROVING)


def asked_for(span):
    """What was held in the year, and what is past its limit and not held yet."""
    held = Q(held_at__gte=span.begins, held_at__lt=span.ends)
    return Drill.objects.filter(held | Q(held_at=None, kept=False, opened_at__lt=span.ends))


def asked_of_offices(span):
    """The drills offices owe by Art. 31, as those of the venues."""
    return asked_for(span).filter(venue=None)


EVIDENCE = (
    of_figure(KEPT, asked_of_offices, code="drills.of_offices", label=_("政府及派出机关应急演练按期组织"), office="office_id"),
    of_figure(KEPT, asked_for, code="drills.kept", label=_("应急演练按期组织"), office="office_id"),
)  # fmt: skip
