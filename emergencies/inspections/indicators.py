"""The figures of inspections (Art. 24, 27, 34, 35, 57): made in time, and how many found something."""

from django.utils.translation import gettext_lazy as _

from emergencies.inspections.models import Inspection
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第二十四条、第二十七条、第三十四条、第三十五条、第五十七条")


def made(rows):
    return rows.filter(checked_at__isnull=False)


DONE = Indicator(
    code="inspections.done", label=_("安全检查按期完成率"), article=CITED, procedure="inspections",
    numerator=lambda rows: rows.filter(kept=True), denominator=lambda rows: rows.filter(kept__isnull=False), rows_url="inspections_list",
    numerator_label=_("在期限内到场检查的"), denominator_label=_("已检查的，以及期限已过而未检查的"),
    excluded=_("期限未到的和取消的不计入"),
)  # fmt: skip
FOUND = Indicator(
    code="inspections.found", label=_("检查发现问题率"), article=CITED, procedure="inspections",
    numerator=lambda rows: made(rows).filter(failed__gt=0), denominator=made, rows_url="inspections_list", better="",
    numerator_label=_("至少一项不符合的"), denominator_label=_("已检查的"),
)  # fmt: skip

INDICATORS = (DONE, FOUND)


def _topic(topic):
    return lambda span: span.of(Inspection.objects.filter(checks__checklist__topic=topic))


EVIDENCE = tuple(
    of_figure(DONE, _topic(topic), code=f"inspections.{topic}", label=label)
    for topic, label in (
        ("fire", _("消防安全检查按期完成")), ("gas", _("燃气安全检查按期完成")), ("logistics", _("寄递物流检查按期完成")),
        ("trades", _("重点行业、重点物品检查按期完成")),
    )
)  # fmt: skip
