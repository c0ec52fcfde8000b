"""The figure of patrols: how many of those that were due were walked in time (Art. 51, 57)."""

from django.utils.translation import gettext_lazy as _

from governance.cases.indicators import Indicator


def due(rows):
    """Patrols that were finished, or whose limit has passed; what the township excused is neither."""
    return rows.filter(kept__isnull=False)


FULFILMENT = Indicator(
    code="patrols.fulfilment", label=_("巡查按期完成率"), article=_("条例第五十一条、第五十七条"), procedure="patrols",
    numerator=lambda rows: rows.filter(kept=True), denominator=due, rows_url="patrols_list",
    numerator_label=_("在期限内走完全部点位的"),
    denominator_label=_("已完成的，以及期限已过而未完成的"),
    excluded=_("期限未到的和乡镇（街道）免除的不计入；逾期补巡的按未按期计"),
)  # fmt: skip

INDICATORS = (FULFILMENT,)
