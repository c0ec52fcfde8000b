"""How much goes on in the villages (Art. 52, 53), by the month an activity was written down."""

from django.utils.translation import gettext_lazy as _

from governance.cases.indicators import Indicator
from grids.community.enums import Kind, State

CITED = _("条例第五十二条、第五十三条")
HELD = (State.PUBLISHED, State.REPORTED)


def _declare(code, label, numerator, **words):
    return Indicator(
        code=f"community.{code}", label=label, article=CITED, procedure="community", numerator=numerator, rows_url="community_list",
        unit=_("场"), **words,
    )  # fmt: skip


ACTIVITIES = _declare(
    "activities", _("社区活动"), lambda rows: rows.filter(state__in=HELD), numerator_label=_("发布和已举行的活动，取消的除外")
)
LAW = _declare(
    "law", _("法治宣传活动"), lambda rows: rows.filter(state__in=HELD, kind=Kind.LAW),
    numerator_label=_("法治宣传和法律服务活动，取消的除外"),
)  # fmt: skip

INDICATORS = (ACTIVITIES, LAW)
