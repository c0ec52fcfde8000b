"""Publishes calls, takes and gives back places, and confirms hours."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from governance.cases.forgetting import forget
from governance.cases.rules import new_query_code
from governance.cases.services import next_number
from governance.cases.tracking import code_index
from governance.flow import engine
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.privacy.blind import blind_index
from grids.organisations.models import Organisation
from grids.volunteering.enums import Standing, State
from grids.volunteering.models import Call, SignUp
from grids.volunteering.rules import is_confirmable, is_open

TOWNSHIP = 9  # characters of a path
ONCE = "sign_up_once_per_phone"
KEEP_CONTACT = "volunteering.keep_contact"  # the limit that says how long names and telephones are kept


class SignUpRefused(ValueError):
    """Why a place cannot be taken or given back; the sentence is shown to the person, beside a field where one is at fault."""

    field = None


class PhoneTaken(SignUpRefused):
    field = "phone"


@dataclass(frozen=True)
class Signed:
    """A place as it was taken; `query_code` is known here alone, and empty where a form was sent twice."""

    sign_up: SignUp
    query_code: str


def draft(*, by, at, place, submission=None, publish=False, **facts):
    """Write a call down; published at once where asked. The same `submission` never opens twice."""
    if earlier := submission and Call.objects.filter(submission=submission).first():
        return earlier
    call = Call(place=place, submission=submission, **facts)
    with transaction.atomic():
        if office := keeper_of(place):
            call.hand_to(office)
        call.number = next_number(at=at)
        engine.begin(call, by=by, at=at)
        return engine.take(call, "publish", by=by, at=at) if publish else call


def organisations_for(path):
    """Those that can call for volunteers at a place."""
    return Organisation.objects.volunteers().serving(path).order_by("title")


def keeper_of(place):
    """The village's committee, or the township's office."""
    return Office.objects.named(OfficeType.VILLAGE, place.path) or Office.objects.named(OfficeType.TOWNSHIP, place.path[:TOWNSHIP])


def sign_up(call, *, name, phone, submission, at):
    """Take a place. The last one goes to one person alone, a telephone takes one; the same `submission` signs up once."""
    if earlier := SignUp.objects.filter(submission=submission).first():
        return Signed(earlier, "")
    try:
        with transaction.atomic():
            return _signed(engine.lock(call), name=name, phone=phone, submission=submission, at=at)
    except IntegrityError as failure:
        if ONCE in str(failure):
            raise PhoneTaken(_("这个电话已经报名参加本次活动，不能重复报名。")) from failure
        earlier = SignUp.objects.filter(submission=submission).first()
        if earlier is None:
            raise
        return Signed(earlier, "")


def _signed(call, *, name, phone, submission, at):
    if call.state != State.OPEN:
        raise SignUpRefused(_("这次招募已经结束或者取消。"))
    if not is_open(at, starts=call.starts_at, taken=call.sign_ups.taken().count(), places=call.capacity):
        raise SignUpRefused(_("活动已经开始，不能再报名。") if at >= call.starts_at else _("名额已满，感谢您的热心。"))
    code = new_query_code()
    made = SignUp(
        call=call, number=next_number(at=at), submission=submission, signed_at=at, phone_index=blind_index(phone, purpose="phone"),
        query_code_index=code_index(code),
    )  # fmt: skip
    made.name, made.phone = name, phone
    made.save(force_insert=True)
    return Signed(made, code)


@transaction.atomic
def withdraw(own, *, at):
    """Give the place back before the activity begins; somebody else can take it then."""
    call = engine.lock(own.call)
    if call.state != State.OPEN or at >= call.starts_at:
        raise SignUpRefused(_("活动已经开始、结束或者取消，不能再撤回报名。"))
    changed = SignUp.objects.filter(pk=own.pk, standing=Standing.SIGNED).update(standing=Standing.WITHDRAWN, withdrawn_at=at)
    if not changed:
        raise SignUpRefused(_("报名已经撤回。"))


@engine.after("volunteering", "publish", "change")
def refuse_impossible(call, taken):
    """What has begun is not called for any more, and no place that is taken is taken away."""
    if taken.step.name == "publish" and taken.at >= call.starts_at:
        raise engine.StepRefused(_("开始时间已经过去，请先修改时间。"))
    if call.ends_at <= call.starts_at:
        raise engine.StepRefused(_("结束时间应晚于开始时间。"))
    if call.capacity < call.sign_ups.taken().count():
        raise engine.StepRefused(_("招募人数不能少于已经报名的人数。"))


@engine.after("volunteering", "confirm_hours")
def confirm(call, taken):
    """Who came has the hours, who did not has none; confirmed only after the activity began."""
    if taken.at < call.starts_at:
        raise engine.StepRefused(_("活动还没有开始，不能确认时长。"))
    hours, came = _checked(taken.given["hours"]), [one.pk for one in taken.given["attended"]]
    standing = call.sign_ups.filter(standing=Standing.SIGNED)
    standing.exclude(pk__in=came).update(standing=Standing.ABSENT)
    standing.filter(pk__in=came).update(standing=Standing.ATTENDED, hours=hours, confirmed_at=taken.at)


@engine.after("volunteering", "adjust_hours")
def adjust(call, taken):
    """One person's hours put right; the reason stands on the timeline."""
    chosen = call.sign_ups.taken().filter(pk=taken.given["sign_up"].pk)
    if not chosen.update(standing=Standing.ATTENDED, hours=_checked(taken.given["hours"]), confirmed_at=taken.at):
        raise engine.StepRefused(_("没有这条报名。"))


@engine.after("volunteering", "erase_contact")
def erase(call, taken):
    """Names and telephones are forgotten; that somebody came, and for how long, stays."""
    call.sign_ups.update(name="", phone="", phone_index=F("number"))


def erase_contacts(*, at):
    """Forget the people of what ended long enough ago; returns how many calls."""
    return forget(Call, KEEP_CONTACT, at=at)


def _checked(hours):
    if not is_confirmable(hours):
        raise engine.StepRefused(_("时长以半小时为单位，大于0，不超过24小时。"))
    return hours
