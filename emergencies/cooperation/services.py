"""Calls joint meetings, what else happens at their steps, and the register of partners."""

from django.db import transaction
from django.db.models import Min
from django.utils.translation import gettext as _

from emergencies.cooperation import terms
from emergencies.cooperation.enums import BEFORE, Kind, State
from emergencies.cooperation.models import CityMeeting, CityResolution, Partner
from emergencies.cooperation.rules import CITY_TIME, is_credible
from governance.cases.services import next_number
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office

INVITED = (OfficeType.LEADING_GROUP, OfficeType.CENTRE, OfficeType.BUREAU, OfficeType.GOVERNMENT)


@transaction.atomic
def call(*, office, by, at, kind, incident=None, **arrangement):
    """Art. 8: an office calls a meeting with other cities and says when it is. `arrangement`: what the step `arrange` asks for."""
    if kind == Kind.REGULAR and CityMeeting.objects.filter(office=office, kind=kind, state__in=BEFORE).exists():
        raise engine.StepRefused(_("本单位已有一次定期会商待组织，请在该次会商上安排。"))
    meeting = opened(office=office, by=by, at=at, kind=kind, incident=incident, title=arrangement["title"])
    return engine.take(meeting, "arrange", by=by, at=at, **arrangement)


def opened(*, office, by, at, kind, title, incident=None, previous=None):
    meeting = CityMeeting(number=next_number(at=at), place=office.place, kind=kind, title=title, incident=incident, previous=previous)
    meeting.hand_to(office)
    return engine.begin(meeting, by=by, at=at)


def invitable(meeting):
    """The offices of the caller's own place that do not take part yet."""
    rows = Office.objects.in_use().filter(type__in=INVITED, place__path=meeting.place_path).exclude(pk__in=meeting.office_ids)
    return rows.select_related("place").order_by("type", "code")


@engine.after("cooperation", "arrange")
def keep_partners(meeting, taken):
    meeting.partners.set(taken.given["partners"])
    refuse_the_past(meeting, taken)


@engine.after("cooperation", "postpone")
def refuse_the_past(meeting, taken):
    if meeting.meet_at <= taken.at:
        raise engine.StepRefused(_("会商时间须晚于现在，请修改。"))


@engine.after("cooperation", "invite")
def invite(meeting, taken):
    """Each office once; it sees the meeting from now on."""
    fresh = [office for office in taken.given["offices"] if office.pk not in meeting.office_ids]
    if not fresh:
        raise engine.StepRefused(_("请选择尚未通知的单位。"))
    for office in fresh:
        meeting.refuse_barred(office)
    meeting.office_ids = [*meeting.office_ids, *(office.pk for office in fresh)]


@engine.after("cooperation", "hold")
def keep_minutes(meeting, taken):
    """What counts is when the meeting was held, not when it was entered; a regular one is followed by the next."""
    if not is_credible(meeting.held_at, since=meeting.opened_at, at=taken.at):
        raise engine.StepRefused(_("召开时间须在发起会商之后，且不晚于现在。"))
    clock = taken.clocks.met.get(terms.CONVENE.name)
    if clock:
        clock.met_at = meeting.held_at
        clock.lapsed_at = clock.lapsed_at if meeting.held_at > clock.due_at else None
    meeting.minutes = taken.note
    meeting.present.set(taken.given["present"])


@engine.after("cooperation", "decide")
def keep_resolution(meeting, taken):
    """Either an office of this city or a partner answers for it."""
    given = {name: taken.given[name] for name in ("task", "owner", "partner", "due_on")}
    if (given["owner"] is None) == (given["partner"] is None):
        raise engine.StepRefused(_("请选择本市责任单位或者责任城市，二者选一。"))
    CityResolution.objects.create(meeting=meeting, **given)
    count_anew(meeting)


@engine.after("cooperation", "withdraw")
def forget_resolution(meeting, taken):
    taken.given["resolution"].delete()
    count_anew(meeting)


def count_anew(meeting):
    """How many there are, and the first day by which one is to be done."""
    meeting.resolution_count = meeting.resolutions.count()
    meeting.carry_until = meeting.resolutions.still_open().aggregate(first=Min("due_on"))["first"]


@engine.after("cooperation", "issue", "issue_plain")
def keep_issue(meeting, taken):
    if taken.step.name == "issue_plain" and meeting.resolution_count:
        raise engine.StepRefused(_("已登记议定事项，请用“印发会商纪要”。"))
    meeting.issued_at = taken.at


@engine.after("cooperation", "finish")
def finish(meeting, taken):
    """An office ends its own; what a partner or another office answers for, the caller. The clock runs on to the next day that is due."""
    resolution, office = taken.given["resolution"], taken.by.acting_post.office_id
    if office not in (meeting.office_id, resolution.owner_id):
        raise engine.StepRefused(_("该项由其他单位负责，请由责任单位或者组织单位登记。"))
    day = taken.at.astimezone(CITY_TIME).date()
    if not meeting.resolutions.still_open().filter(pk=resolution.pk).update(done_on=day, result=taken.note):
        raise engine.StepRefused(_("该项已经登记完成，请刷新页面。"))
    run_on(meeting, taken)


@engine.after("cooperation", "defer")
def defer(meeting, taken):
    """Another day for one of them, and why; the earlier day stays on the timeline."""
    changed = meeting.resolutions.still_open().filter(pk=taken.given["resolution"].pk).update(due_on=taken.given["due_on"])
    if not changed:
        raise engine.StepRefused(_("该项已经登记完成，请刷新页面。"))
    run_on(meeting, taken)


def run_on(meeting, taken):
    left = meeting.resolutions.still_open().aggregate(first=Min("due_on"))["first"]
    if left:
        meeting.carry_until = left
        taken.clocks.start(terms.CARRY_OUT, at=taken.at)


def go_on(event, case):
    """Listener: a regular meeting that was held is followed by the next; after the last thing agreed a meeting is closed."""
    if not isinstance(case, CityMeeting):
        return
    if event.kind == "cooperation.hold" and case.kind == Kind.REGULAR:
        facts = {"office": case.office, "kind": case.kind, "title": case.title, "previous": case}
        opened(by=SYSTEM, at=case.held_at, **facts)
    if event.kind == "cooperation.finish" and not case.resolutions.still_open().exists():
        moved = engine.take(case, "close", by=SYSTEM, at=event.at)
        case.state, case.version = moved.state, moved.version


def partners():
    return Partner.objects.filter(active=True)


def keep_contact(contact, *, at):
    """Enter or correct a point of contact: whoever does has checked it."""
    contact.checked_on = at.astimezone(CITY_TIME).date()
    contact.save()
    return contact


def attended(rows):
    """Meetings that took place."""
    return rows.exclude(state__in=[*BEFORE, State.CANCELLED])
