"""Plans joint meetings, and what else happens when a step is taken."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.complaints.models import Complaint
from disputes.mediation.models import Mediation
from disputes.meetings import terms
from disputes.meetings.enums import Reply, State
from disputes.meetings.models import AgendaItem, Meeting, MeetingMember
from disputes.meetings.rules import ITEM, MEMBER, TIME, announce_faults, next_position, unrecorded
from disputes.resolutions.services import has_open, resolve
from governance.access.scope import may
from governance.cases.rules import tidied
from governance.cases.services import next_number
from governance.deadlines.rules import LAPSED
from governance.files.services import attach
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.timeline.record import record

ONE_MICROSECOND = timedelta(microseconds=1)
MATTERS = {"complaint": Complaint, "mediation": Mediation}
INVITED = (
    OfficeType.LEADING_GROUP, OfficeType.CENTRE, OfficeType.BUREAU, OfficeType.COURT, OfficeType.COMMISSION, OfficeType.TOWNSHIP,
    OfficeType.COMMITTEE, OfficeType.VILLAGE,
)  # fmt: skip
NOBODY_ANSWERS = OfficeType.LEADING_GROUP  # of a township: its 平安办 answers for it
BELOW = {4: 6, 6: 9, 9: 12}  # length of a path → that of the places right below
FAULTS = {
    ITEM: gettext_lazy("请先添加议题，再发出通知。"),
    MEMBER: gettext_lazy("请先邀请参会单位，再发出通知。"),
    TIME: gettext_lazy("会议时间已过，请先修改会议安排。"),
}


def plan(*, office, by, at, **facts):
    """Open a joint meeting of an office at its own place. `facts`: kind, title, purpose, meet_at, venue, chair."""
    meeting = Meeting(number=next_number(at=at), place=office.place, **facts)
    meeting.hand_to(office)
    return engine.begin(meeting, by=by, at=at)


def invitable(meeting):
    """The offices of the caller's own level, and those that answer for the places right below it."""
    path = meeting.place_path
    own = Office.objects.in_use().filter(type__in=INVITED)
    beside = own.filter(place__path=path)
    under = own.filter(place__path__startswith=path, place__level__in=_levels(BELOW.get(len(path), 0))).exclude(type=OfficeType.BUREAU)
    found = (beside | under).exclude(pk__in=meeting.office_ids).exclude(type=NOBODY_ANSWERS, place__level="township")
    return found.select_related("place").order_by("place__path", "type", "code")


def _levels(length):
    return [name for name, size in {"county": 6, "township": 9, "village": 12}.items() if size == length]


def matter_named(number, *, user):
    """A complaint or mediation the person may see, by its number; None for what is none.

    Raises `StepRefused` for one that keeps somebody out or is confidential: a meeting of many offices is no place for it.
    """
    for model in MATTERS.values():
        case = model.objects.visible_to(user, model.view_capability).filter(number=tidied(number)).first()
        if case is None:
            continue
        if case.barred_ids or case.barred_people or getattr(case, "is_secret", False):
            raise engine.StepRefused(_("该事项有回避或者保密要求，不能列入多个单位参加的会议。"))
        return case
    return None


@engine.after("meetings", "add_item")
def keep_item(meeting, taken):
    """The agenda in the caller's own words; a matter's own timeline says that it was put on it."""
    matter, topic = taken.given["matter"], taken.given["topic"]
    column = {type_: name for name, type_ in MATTERS.items()}.get(type(matter))
    AgendaItem.objects.create(
        meeting=meeting, position=next_position(meeting.items.values_list("position", flat=True)), topic=topic,
        presenter=taken.given["presenter"], **({column: matter} if column else {}),
    )  # fmt: skip
    meeting.item_count += 1
    if matter is not None:
        _tell_matter(matter, meeting, taken, _("列入联席会议 %(number)s 议程"), "meetings.put_on")


def _tell_matter(matter, meeting, taken, label, kind):
    matter = engine.lock(matter)
    record(matter, kind, label % {"number": meeting.number}, by=taken.by, at=taken.at, data={"number": meeting.number})
    matter.save(update_fields=["version"])


@engine.after("meetings", "drop_item")
def forget_item(meeting, taken):
    item = taken.given["item"]
    if item.matter is not None:
        _tell_matter(item.matter, meeting, taken, _("不再列入联席会议 %(number)s 议程"), "meetings.taken_off")
    item.delete()
    meeting.item_count -= 1


@engine.after("meetings", "invite")
def invite(meeting, taken):
    """Each office once; it sees the meeting from now on, and is told when the notice goes out."""
    offices = [*taken.given["offices"], *([taken.given["other"]] if taken.given["other"] else [])]
    fresh = [office for office in offices if office.pk not in meeting.office_ids]
    if not fresh:
        raise engine.StepRefused(_("请选择尚未邀请的单位。"))
    for office in fresh:
        meeting.refuse_barred(office)
    MeetingMember.objects.bulk_create(MeetingMember(meeting=meeting, office=office) for office in fresh)
    keys = [office.pk for office in fresh]
    meeting.office_ids, meeting.awaited_ids = [*meeting.office_ids, *keys], [*meeting.awaited_ids, *keys]


@engine.after("meetings", "uninvite")
def uninvite(meeting, taken):
    """Before anybody was told, the office has never heard of it."""
    key = taken.given["member"].office_id
    taken.given["member"].delete()
    meeting.office_ids = [one for one in meeting.office_ids if one != key]
    meeting.awaited_ids = [one for one in meeting.awaited_ids if one != key]


@engine.after("meetings", "announce")
def announce(meeting, taken):
    """From now on everybody knows; the time for the minutes counts from the meeting itself."""
    facts = {"items": meeting.item_count, "members": len(meeting.office_ids) - 1, "meet_at": meeting.meet_at, "at": taken.at}
    if faults := announce_faults(**facts):
        raise engine.StepRefused(str(FAULTS[faults[0]]))
    meeting.announced_at = taken.at
    taken.clocks.start(terms.RECORD, at=meeting.meet_at)


@engine.after("meetings", "postpone")
def postpone(meeting, taken):
    """Another day: everybody answers anew."""
    if meeting.meet_at <= taken.at:
        raise engine.StepRefused(_("会议时间须晚于现在，请修改。"))
    meeting.members.update(reply=Reply.WAITING)
    meeting.awaited_ids = [key for key in meeting.office_ids if key != meeting.office_id]
    taken.clocks.start(terms.RECORD, at=meeting.meet_at)


@engine.after("meetings", "confirm", "excuse")
def keep_reply(meeting, taken):
    office = taken.by.acting_post.office_id
    comes = taken.step.name == "confirm"
    facts = {"reply": Reply.COMING if comes else Reply.EXCUSED, "representative": taken.given.get("representative", "")}
    meeting.members.filter(office=office).update(**facts)
    meeting.awaited_ids = [key for key in meeting.awaited_ids if key != office]


@engine.after("meetings", "hold")
def keep_attendance(meeting, taken):
    """Nothing is held before its time; who came stands with the meeting."""
    if taken.at < meeting.meet_at:
        raise engine.StepRefused(_("会议时间还没有到。提前召开的，请先改期。"))
    present = {member.pk for member in taken.given["present"]}
    meeting.members.filter(pk__in=present).update(present=True)
    meeting.members.exclude(pk__in=present).update(present=False)
    meeting.held_at, meeting.course, meeting.awaited_ids = meeting.meet_at, taken.note, []


@engine.after("meetings", "record_item")
def keep_discussion(meeting, taken):
    item = taken.given["item"]
    item.discussion = taken.given["discussion"]
    item.save(update_fields=["discussion"])


@engine.after("meetings", "decide")
def keep_decision(meeting, taken):
    """What was decided is a case of its own, on its owner's desk from now on."""
    given = taken.given
    resolve(meeting, item=given["item"], task=given["task"], owner=given["owner"], due_on=given["due_on"], by=taken.by, at=taken.at)


@engine.after("meetings", "issue")
def issue_minutes(meeting, taken):
    """Minutes say something of every item."""
    missing = unrecorded(meeting.items.values_list("position", "discussion"))
    if missing:
        positions = _("、").join(str(position) for position in missing)
        raise engine.StepRefused(_("第 %(positions)s 项议题还没有记录讨论情况。") % {"positions": positions})
    meeting.issued_at = taken.at
    meeting.kept = meeting.kept is not False and taken.clocks.met[terms.RECORD.name].was_kept


@engine.after("meetings", "add_files")
def keep_files(meeting, taken):
    for index, file in enumerate(taken.given["files"]):
        attach(meeting, file, by=taken.by, at=taken.at + index * ONE_MICROSECOND, public=False)


def go_on(event, case):
    """Listener: a meeting that decided nothing is over with its minutes; minutes that are late count at once."""
    if not isinstance(case, Meeting):
        return
    if event.kind == "meetings.issue" and case.state == State.CARRYING and not has_open(case):
        moved = engine.take(case, "close", by=SYSTEM, at=event.at)
        for name in ("state", "version", "due_at", "closed_at"):
            setattr(case, name, getattr(moved, name))
    elif event.kind == f"deadline.{LAPSED}" and event.data["term"] == terms.RECORD.name:
        Meeting.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


def shown_items(meeting, user):
    """The agenda; the number of a matter only for whoever may open it."""
    found = []
    for item in meeting.items.select_related("presenter", "complaint", "mediation"):
        matter = item.matter
        item.shown_matter = matter if matter is not None and may(user, matter.view_capability, matter) else None
        found.append(item)
    return found
