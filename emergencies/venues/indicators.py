"""The figures of crowded places (Art. 22, 57), as they stand now: a venue of years ago counts today."""

from django.utils.translation import gettext_lazy as _

from emergencies.venues import terms
from emergencies.venues.enums import Grade
from emergencies.venues.models import Venue
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator
from governance.deadlines.models import Deadline

GRADED_AGAIN = [terms.REASSESS.name, terms.CHANGED.name]
CITED = _("条例第二十二条、第五十七条")


def confirmed(rows):
    return rows.confirmed()


def assessed(rows):
    return rows.confirmed().filter(assessed_at__isnull=False)


def _graded(grade):
    return lambda rows: rows.confirmed().filter(grade=grade)


def _declare(code, label, numerator, denominator=None, **words):
    return Indicator(
        code=f"venues.{code}", label=label, article=CITED, procedure="venues",
        numerator=numerator, denominator=denominator, rows_url="venues_list", stock=True, unit=_("处"), **words,
    )  # fmt: skip


def current(rows):
    """Graded, and not late to be graded again. The lapse is read, not the clock: the figure changes with the event that tells of it, and
    what is kept never differs from what its rows say."""
    late = Deadline.objects.still_open().filter(
        content_type__app_label="emergencies", content_type__model="venue", term__in=GRADED_AGAIN, lapsed_at__isnull=False
    )
    return assessed(rows).exclude(pk__in=late.values("object_id"))


REGISTERED = _declare("registered", _("人员密集场所数"), confirmed, better="", numerator_label=_("已核实登记、未关停的场所"))
ASSESSED = _declare(
    "assessed", _("场所已评估率"), assessed, confirmed,
    numerator_label=_("完成风险评估和等级划分的"), denominator_label=_("已核实登记、未关停的"),
    excluded=_("待核实、待补正和已关停的不计入"),
)  # fmt: skip
CURRENT = _declare(
    "current", _("场所评估在有效期内的比例"), current, confirmed,
    numerator_label=_("已评估并且没有逾期未复评的"), denominator_label=_("已核实登记、未关停的"),
    excluded=_("待核实、待补正和已关停的不计入"),
)  # fmt: skip
PLANNED = _declare(
    "plan_on_file", _("有现行应急预案的场所比例"), lambda rows: rows.confirmed().filter(plan_filed_at__isnull=False), confirmed,
    numerator_label=_("应急预案在施行的"), denominator_label=_("已核实登记、未关停的"), excluded=_("待核实、待补正和已关停的不计入"),
)  # fmt: skip
GRADES = tuple(
    _declare(grade.value, label, _graded(grade), better="", numerator_label=grade.label)
    for grade, label in (
        (Grade.RED, _("红色场所数")), (Grade.ORANGE, _("橙色场所数")), (Grade.YELLOW, _("黄色场所数")), (Grade.BLUE, _("蓝色场所数")),
    )
)  # fmt: skip

INDICATORS = (REGISTERED, ASSESSED, CURRENT, PLANNED, *GRADES)


def standing(span):
    """Venues that were there before the year ended."""
    return Venue.objects.filter(opened_at__lt=span.ends)


EVIDENCE = (
    of_figure(ASSESSED, standing, code="venues.assessed", label=_("人员密集场所完成风险评估和等级划分")),
    of_figure(PLANNED, standing, code="venues.planned", label=_("突发事件应急预案在施行"), office="site_id"),
)
