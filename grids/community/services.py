"""Writes activities, and gathers what the calendar of a place holds."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from governance.cases.services import next_number
from governance.files.enums import AttachmentKind
from governance.files.services import attach
from governance.flow import engine
from governance.places.rules import ancestors
from grids.community.enums import MEETING, VOLUNTEERING, Kind, State
from grids.community.models import Activity
from grids.community.rules import Entry
from grids.deliberation.models import Deliberation
from grids.volunteering.enums import State as CallState
from grids.volunteering.models import Call
from grids.volunteering.services import keeper_of

MEETING_LASTS = timedelta(hours=2)  # a meeting is announced with its beginning alone
MOST = 500  # entries of one calendar
LONGEST_REPORT = Activity._meta.get_field("report").max_length


def draft(*, by, at, place, submission=None, publish=False, **facts):
    """Write an activity down; published at once where asked. The same `submission` never opens twice."""
    if earlier := submission and Activity.objects.filter(submission=submission).first():
        return earlier
    activity = Activity(place=place, submission=submission, **facts)
    with transaction.atomic():
        if office := keeper_of(place):
            activity.hand_to(office)
        activity.number = next_number(at=at)
        engine.begin(activity, by=by, at=at)
        return engine.take(activity, "publish", by=by, at=at) if publish else activity


@engine.after("community", "publish", "change")
def refuse_impossible(activity, taken):
    if activity.ends_at <= activity.starts_at:
        raise engine.StepRefused(_("结束时间应晚于开始时间。"))
    if taken.step.name == "publish" and taken.at >= activity.starts_at:
        raise engine.StepRefused(_("开始时间已经过去，请先修改时间。"))


@engine.after("community", "report")
def keep_report(activity, taken):
    """How it was, how many came, and photographs for everyone; not before it began."""
    if taken.at < activity.starts_at:
        raise engine.StepRefused(_("活动还没有开始，不能填写小结。"))
    activity.report = taken.note[:LONGEST_REPORT]
    for photograph in taken.given["photos"]:
        attach(activity, photograph, by=taken.by, at=taken.at, kind=AttachmentKind.PHOTO)


def calendar(place, start, end, *, kind=""):
    """Entries between two moments of a place: what lies below it, and what the places above it hold for all; `kind` narrows them."""
    found = []
    if not kind or kind in Kind.values:
        found += [_activity(row) for row in _rows(_of_kind(Activity.objects.starting(start, end), kind), place)]
    if kind in ("", VOLUNTEERING):
        found += [_call(row) for row in _rows(Call.objects.starting(start, end), place)]
    if kind in ("", MEETING):
        found += [_meeting(row) for row in _rows(Deliberation.objects.meeting(start, end), place)]
    return sorted(found, key=lambda entry: (entry.starts, entry.uid))


def _of_kind(rows, kind):
    return rows.filter(kind=kind) if kind else rows


def _rows(rows, place):
    """The rows at or below the place, and those of the places above it themselves."""
    below = rows.within(place.path)
    above = rows.filter(place_path__in=ancestors(place.path)[:-1])
    return (below | above).select_related("place").defer("search").order_by("pk")[:MOST]


def _activity(row):
    return Entry(
        uid=row.number, kind=row.kind, title=row.title, starts=row.starts_at, ends=row.ends_at, venue=row.venue, place=row.place.full_name,
        url=row.public_url, cancelled=row.state == State.CANCELLED, text=row.description,
    )  # fmt: skip


def _call(row):
    return Entry(
        uid=row.number, kind=VOLUNTEERING, title=row.title, starts=row.starts_at, ends=row.ends_at, venue=row.venue,
        place=row.place.full_name, url=row.public_url, cancelled=row.state == CallState.CANCELLED, text=row.description,
    )  # fmt: skip


def _meeting(row):
    return Entry(
        uid=row.number, kind=MEETING, title=row.title, starts=row.meet_at, ends=row.meet_at + MEETING_LASTS, venue=row.venue,
        place=row.place.full_name, url=row.public_url, text=row.agenda,
    )  # fmt: skip
