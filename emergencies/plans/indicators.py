"""The figures of emergency plans (Art. 22 para 2, 31, 57), as they stand now."""

from django.utils.translation import gettext_lazy as _

from emergencies.plans import terms
from emergencies.plans.models import Plan
from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator
from governance.deadlines.models import Deadline

CITED = _("条例第二十二条第二款、第三十一条、第五十七条")


def in_force(rows):
    return rows.in_force()


def current(rows):
    """In force, and not late to be assessed again. The lapse is read, not the clock: the figure changes with the event that tells of it,
    and what is kept never differs from what its rows say."""
    late = Deadline.objects.still_open().filter(
        content_type__app_label="emergencies", content_type__model="plan", term=terms.REASSESS.name, lapsed_at__isnull=False
    )
    return rows.in_force().exclude(pk__in=late.values("object_id"))


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"plans.{code}", label=label, article=CITED, procedure="plans", numerator=numerator, denominator=denominator,
        rows_url="plans_list", stock=True, unit=_("件"), **words,
    )  # fmt: skip


IN_FORCE = _declare("in_force", _("正在施行的应急预案数"), in_force, better="", numerator_label=_("正在施行的预案"))
OF_OFFICES = _declare(
    "of_offices", _("政府、部门正在施行的应急预案数"), lambda rows: rows.in_force().of_offices(), better="",
    numerator_label=_("政府、部门、乡镇（街道）正在施行的预案"),
)  # fmt: skip
CURRENT = _declare(
    "current", _("应急预案按期评估的比例"), current, in_force,
    numerator_label=_("没有逾期未评估的"), denominator_label=_("正在施行的预案"), excluded=_("尚未施行的、已被取代和已撤销的不计入"),
)  # fmt: skip

INDICATORS = (IN_FORCE, OF_OFFICES, CURRENT)


def of_offices(span):
    """Plans of governments and departments that hold."""
    return Plan.objects.in_force().of_offices().filter(in_force_at__lt=span.ends)


EVIDENCE = (
    Evidence(
        code="plans.of_offices", label=_("政府、部门应急预案正在施行"), done=of_offices, office="owner_id", rows_url="plans_list",
    ),
)  # fmt: skip
