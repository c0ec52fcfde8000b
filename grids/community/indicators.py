"""How much goes on in the villages (Art. 52, 53), by the month an activity was written down."""

from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator
from grids.community.enums import Kind, State
from grids.community.models import Activity

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


def _evidence(code, label, **kind):
    def done(span):
        return span.of(Activity.objects.filter(state__in=HELD, starts_at__lt=span.at, **kind), "starts_at")

    return Evidence(f"community.{code}", label, done, rows_url="community_list")


EVIDENCE = (
    _evidence("publicity", _("举行社会治理宣传教育活动")),
    _evidence("law", _("举行法治宣传和法律服务活动"), kind=Kind.LAW),
    _evidence("virtue", _("举行德治教化和文明实践活动"), kind=Kind.VIRTUE),
    _evidence("safety", _("举行平安创建活动"), kind=Kind.SAFETY),
)
