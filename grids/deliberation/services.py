"""Opens deliberations, and what else happens when a step is taken."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due, last_day
from governance.cases.forgetting import forget
from governance.cases.rules import new_query_code
from governance.cases.services import next_number
from governance.cases.tracking import code_index
from governance.deadlines.models import Limit
from governance.files.enums import AttachmentKind
from governance.files.services import attach
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.web.formats import cn_date
from grids.deliberation import terms
from grids.deliberation.enums import Raiser, Way
from grids.deliberation.models import Deliberation, Participant, Statement
from grids.deliberation.rules import announced_in_time, carries, is_kept


@dataclass(frozen=True)
class Opened:
    """A matter as it was raised; `query_code` is known here alone, and empty where a form was sent twice."""

    deliberation: Deliberation
    query_code: str


def raise_matter(*, at, by=RESIDENT, place, title, kind, description, raised_by=Raiser.RESIDENT, name="", phone="", submission=None):
    """Register a matter; the village's committee holds it. The same `submission` never opens twice.

    `name` and `phone` are the raiser's and are sealed; with number and code he follows it without an account.
    """
    if earlier := submission and Deliberation.objects.filter(submission=submission).first():
        return Opened(earlier, "")
    code = new_query_code()
    matter = Deliberation(
        place=place, title=title, kind=kind, description=description, raised_by=raised_by, submission=submission,
        contact_name=name, contact_phone=phone, query_code_index=code_index(code),
    )  # fmt: skip
    try:
        with transaction.atomic():
            if office := Office.objects.named(OfficeType.VILLAGE, place.path):
                matter.hand_to(office)
            matter.number = next_number(at=at)
            return Opened(engine.begin(matter, by=by, at=at), code)
    except IntegrityError:  # the same form at the same moment
        earlier = submission and Deliberation.objects.filter(submission=submission).first()
        if not earlier:
            raise
        return Opened(earlier, "")


def latest_notice(meet_at, *, at):
    """Until when the meeting may be announced, counted back from it by the limit in force."""
    limit = Limit.objects.current([terms.NOTICE], at=at)[terms.NOTICE]
    return due(meet_at, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar()).at


def refuse_late_notice(deliberation, at):
    latest = latest_notice(deliberation.meet_at, at=at)
    if not announced_in_time(at, latest):
        told = _("这个时间召开，公告最晚应在%(day)s发布，现在已经来不及，请把会议改到更晚的日期。")
        raise engine.StepRefused(told % {"day": cn_date(last_day(latest))})


@engine.after("deliberation", "schedule", "postpone")
def leave_time_for_notice(deliberation, taken):
    refuse_late_notice(deliberation, taken.at)
    if taken.step.name == "postpone":
        deliberation.announced_at = None


@engine.after("deliberation", "announce")
def announce(deliberation, taken):
    """Public within the village, so many days before; somebody must have been invited."""
    refuse_late_notice(deliberation, taken.at)
    if not deliberation.participants.exists():
        raise engine.StepRefused(_("请先邀请参加人，再发布公告。"))
    deliberation.announced_at = taken.at


@engine.after("deliberation", "invite")
def keep_participant(deliberation, taken):
    given = taken.given
    Participant.objects.create(
        deliberation=deliberation, role=given["role"], body=given["body"], people=given["people"], names=given["names"]
    )


@engine.after("deliberation", "hold")
def keep_meeting(deliberation, taken):
    """Nothing can be held before its time; how many came and how they decided stand with the matter."""
    if taken.at < deliberation.meet_at:
        raise engine.StepRefused(_("会议时间还没有到。如果提前或推迟召开，请先改期。"))
    deliberation.held_at = taken.at
    if deliberation.way == Way.CONSENSUS:
        deliberation.votes_for = deliberation.votes_against = deliberation.votes_abstained = None


@engine.after("deliberation", "record_view")
def keep_view(deliberation, taken):
    Statement.objects.create(deliberation=deliberation, role=taken.given["role"], words=taken.note, at=taken.at)


@engine.after("deliberation", "publish_result")
def refuse_lost_vote(deliberation, taken):
    """What more than half did not want is no result."""
    votes = (deliberation.votes_for, deliberation.votes_against, deliberation.votes_abstained)
    if deliberation.way == Way.VOTE and not carries(votes):
        raise engine.StepRefused(_("赞成票没有超过到会人数的一半，不能公布为协商结果，请公布未达成一致。"))


@engine.after("deliberation", "publish_result", "set_day", "carry_on")
def begin_carrying(deliberation, taken):
    """A day once missed stays missed, whatever day is named afterwards."""
    deliberation.carried_out_at = None
    if taken.step.name == "publish_result":
        deliberation.kept = None


@engine.after("deliberation", "carry_out")
def note_carried_out(deliberation, taken):
    deliberation.carried_out_at = taken.at
    if deliberation.kept is not False:
        deliberation.kept = is_kept(taken.at, deliberation.carry_by)


@engine.after("deliberation", "progress", "carry_out")
def keep_photographs(deliberation, taken):
    """Shown to everyone with the result."""
    for photograph in taken.given["photos"]:
        attach(deliberation, photograph, by=taken.by, at=taken.at, kind=AttachmentKind.PROOF)


@engine.after("deliberation", "add_files")
def keep_files(deliberation, taken):
    for file in taken.given["files"]:
        attach(deliberation, file, by=taken.by, at=taken.at, public=taken.given["shown"])


@engine.after("deliberation", "erase_contact")
def erase(deliberation, taken):
    """Who raised it and who came is forgotten; what was said and resolved stays."""
    deliberation.contact_name = deliberation.contact_phone = ""
    deliberation.participants.update(names="")


def erase_contacts(*, at):
    """Forget the people of what ended long enough ago; returns how many matters."""
    return forget(Deliberation, terms.KEEP_CONTACT, at=at)


def note_lapse(event, case):
    """Listener: what was not carried out by its day counts at once, whether or not it ever is."""
    if event.kind == "deadline.lapsed" and isinstance(case, Deliberation) and event.data["term"] == terms.CARRY_OUT.name:
        Deliberation.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False
