"""The figure of patrols: how many of those that were due were walked in time (Art. 51, 57), by place and by worker."""

from decimal import Decimal

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator
from governance.cases.worked import Fact, Worked, whose
from grids.patrols.models import Patrol


def due(rows):
    """Patrols that were finished, or whose limit has passed; what the township excused is neither."""
    return rows.filter(kept__isnull=False)


FULFILMENT = Indicator(
    code="patrols.fulfilment", label=_("巡查按期完成率"), article=_("条例第五十一条、第五十七条"), procedure="patrols",
    numerator=lambda rows: rows.filter(kept=True), denominator=due, rows_url="patrols_list",
    numerator_label=_("在期限内走完全部点位的"),
    denominator_label=_("已完成的，以及期限已过而未完成的"),
    excluded=_("期限未到的和乡镇（街道）免除的不计入；逾期补巡的按未按期计"), floor=Decimal("0.75"),
)  # fmt: skip

INDICATORS = (FULFILMENT,)


def ended(span):
    """Patrols whose stretch ended in the span."""
    return Patrol.objects.filter(period_last__gte=span.begins.date(), period_last__lt=span.ends.date())


EVIDENCE = (
    of_figure(FULFILMENT, ended, code="patrols.walked", label=_("计划的网格巡查按期走完")),
    of_figure(
        FULFILMENT, lambda span: ended(span).filter(plan__checklist__code="fire"), code="patrols.fire", label=_("计划的消防巡查按期走完")
    ),
)  # fmt: skip


def walked(posts, first, last):
    """Each patrol whose stretch ended in the days and is settled: walked in time, or not. What the township excused is none.

    It is whose walked it; one nobody walked is the responsible worker's.
    """
    find, people = whose(posts), {post.user_id for post in posts}
    rows = Patrol.objects.filter(kept__isnull=False, period_last__gte=first, period_last__lt=last).order_by("period_last", "pk")
    rows = rows.filter(Q(done_by__in=people) | Q(done_by=None, worker__in=people))
    for row in rows.only("number", "title", "done_by", "worker", "place_path", "period_first", "period_last", "kept"):
        post = find(row.done_by_id or row.worker_id, row.place_path)
        page = reverse("patrols_detail", args=[row.number])
        yield Fact(post.pk, row.period_last, f"{row.number} {row.title}", row.kept, page, since=row.period_first)


WORKED = (Worked("patrols", _("巡查按计划完成"), _("周期在当月结束、已完成或已逾期的巡查（免除的不计）"), _("期限内完成的"), walked),)
