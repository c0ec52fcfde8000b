"""The components that rest on grid reports and on training; others declare theirs themselves (`PARTS["worked"]`)."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from governance.cases.worked import Fact, Worked, whose
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.web.casework.filters import start_of
from grids.performance.enums import Presence, Standing
from grids.performance.models import Attendance, Sheet
from grids.reports import terms
from grids.reports.enums import State
from grids.reports.models import Report

A_MOMENT = timedelta(seconds=1)  # a limit's 24:00 is kept as the next day's beginning


def reported(posts, first, last):
    """Reports these people made in the days, as far as they were no mistake."""
    people = {post.user_id for post in posts}
    rows = Report.objects.filter(reporter__in=people, opened_at__gte=start_of(first), opened_at__lt=start_of(last))
    return rows.exclude(state=State.WITHDRAWN)


def solved_or_passed_on(posts, first, last):
    """Each event whose first question is answered: solved on the spot or passed on, in time or not."""
    find = whose(posts)
    rows = reported(posts, first, last).filter(spot_kept__isnull=False).order_by("opened_at")
    for number, title, user, path, opened, kept in rows.values_list("number", "title", "reporter", "place_path", "opened_at", "spot_kept"):
        yield Fact(find(user, path).pk, timezone.localdate(opened), f"{number} {title}", kept, reverse("reports_detail", args=[number]))


def confirmed(posts, first, last):
    """Each answer that was to be looked at: confirmed or sent back in time, or not. The day is the limit's own."""
    find, people = whose(posts), {post.user_id for post in posts}
    clocks = Deadline.objects.filter(
        content_type=ContentType.objects.get_for_model(Report), term=terms.CONFIRM.name,
        due_at__gt=start_of(first), due_at__lte=start_of(last),
        object_id__in=Report.objects.filter(reporter__in=people).values("pk"),
    )  # fmt: skip
    settled = [clock for clock in clocks.order_by("due_at") if clock.state == DeadlineState.MET or clock.lapsed_at]
    rows = Report.objects.in_bulk([clock.object_id for clock in settled])
    for clock in settled:
        report, day = rows[clock.object_id], timezone.localdate(clock.due_at - A_MOMENT)
        post, page = find(report.reporter_id, report.place_path), reverse("reports_detail", args=[report.number])
        yield Fact(post.pk, day, f"{report.number} {report.title}", clock.lapsed_at is None, page)


def trained(posts, first, last):
    """Each training a worker was to attend; whoever was excused was not."""
    rows = Attendance.objects.filter(post__in=posts, training__held_on__gte=first, training__held_on__lt=last)
    rows = rows.exclude(presence=Presence.EXCUSED).select_related("training").order_by("training__held_on")
    for row in rows:
        yield Fact(row.post_id, row.training.held_on, row.training.title, row.presence == Presence.ATTENDED)


WORKED = (
    Worked("spot", _("网格事件及时处置"), _("当月上报、已处置或已过处置期限的事件"), _("期限内现场解决或转报的"), solved_or_passed_on),
    Worked("confirmed", _("办理结果及时确认"), _("当月应确认的办理结果"), _("期限内到场核对、确认或退回的"), confirmed),
    Worked("training", _("参加培训"), _("当月应参加的培训（经准假的不计）"), _("已参加的"), trained),
)


def published(span):
    """Months of the year whose scores went out to the workers."""
    months = {"month__gte": span.first_day, "month__lt": span.ends.date()}
    return Sheet.objects.filter(standing=Standing.PUBLISHED, **months)


EVIDENCE = (Evidence("performance.published", _("每月考核网格员并向本人公布"), published, rows_url="performance_months"),)
