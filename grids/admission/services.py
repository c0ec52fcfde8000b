"""Takes applications in, and does what a step of an admission brings: the list of duties follows the flow and nothing else."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.cases.services import next_number
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from grids.admission.enums import Source, State
from grids.admission.models import Admission, Duty, Opinion
from grids.admission.rules import AT_LEAST, leaving_fault, period_fault

TOO_FEW = gettext_lazy("联合会审至少要有两个单位参加（申请部门不计）。")
AFTER_STATUTORY = 100  # admitted duties stand behind the worker's own


def keep_duty(duty):
    """A duty of the worker's own, written by hand: the ten-item list is data. A new one stands behind the others."""
    if duty.pk is None:
        duty.code, duty.source = f"own-{uuid4().hex[:8]}", Source.REGULATION
    duty.save()
    return duty


def apply(*, by, at, **facts):
    """A department asks that the grid carry a duty of its trade. `facts`: the columns named in `flow.FACTS`."""
    applicant = by.acting_post.office
    admission = Admission(number=next_number(at=at), place=applicant.place, applicant=applicant, **facts)
    admission.hand_to(applicant)
    admission.hand_to(deciding_office(applicant.place.path))
    return engine.begin(admission, by=by, at=at)


def deciding_office(path):
    """The leading group of the place, or of the place above: named by the leading group, decided by its office (Art. 49)."""
    groups = Office.objects.in_use().filter(type=OfficeType.LEADING_GROUP, place__path__in=ancestors(path))
    found = groups.select_related("place").order_by("-place__path").first()
    if found is None:
        raise engine.StepRefused(_("没有可以受理的领导小组办公室，请联系管理员。"))
    return found


@engine.after("admission", "name_reviewers")
def begin_review(admission, taken):
    """Each office named speaks once; who applied does not judge its own application."""
    offices = [office for office in taken.given["offices"] if office.pk != admission.applicant_id]
    if len(offices) < AT_LEAST:
        raise engine.StepRefused(TOO_FEW)
    admission.round += 1
    admission.awaited_ids = [office.pk for office in offices]
    _let_in(admission, offices)


@engine.after("admission", "invite")
def invite_more(admission, taken):
    """Who was asked in this round already is not asked again."""
    spoke = set(admission.opinions.filter(round=admission.round).values_list("office", flat=True))
    known = {*admission.awaited_ids, *spoke, admission.applicant_id}
    fresh = [office for office in taken.given["offices"] if office.pk not in known]
    if not fresh:
        raise engine.StepRefused(_("所选单位已经在会审之列。"))
    admission.awaited_ids = [*admission.awaited_ids, *(office.pk for office in fresh)]
    _let_in(admission, fresh)


def _let_in(admission, offices):
    for office in offices:
        admission.refuse_barred(office)
    admission.office_ids = list(dict.fromkeys([*admission.office_ids, *(office.pk for office in offices)]))


@engine.after("admission", "send_back", "take_back", "admit", "refuse")
def end_review(admission, taken):
    """Nobody is asked any more; what was said stays."""
    admission.awaited_ids = []


@engine.after("admission", "resubmit", "admit", "renew", "change")
def check_period(admission, taken):
    if period_fault(admission.begins, admission.ends):
        raise engine.StepRefused(_("实施止应晚于实施起。"))


@engine.after("admission", "state")
def keep_opinion(admission, taken):
    office = taken.by.acting_post.office
    Opinion.objects.create(
        admission=admission, round=admission.round, office=office, stance=taken.given["stance"], text=taken.note, by=taken.by, at=taken.at
    )
    admission.awaited_ids = [key for key in admission.awaited_ids if key != office.pk]


@engine.after("admission", "admit")
def put_on_list(admission, taken):
    """Published with the decision itself: the list is what everyone can read."""
    admission.duty = Duty.objects.create(
        code=admission.number.lower(), label=admission.title, source=Source.ADMITTED, office=admission.applicant, place=admission.place,
        in_force_from=admission.begins, order=AFTER_STATUTORY, **_kept_on_list(admission),
    )  # fmt: skip


@engine.after("admission", "renew", "change")
def correct_list(admission, taken):
    """What the yearly review decided; a period that is over already cannot be stretched."""
    if admission.ends <= timezone.localdate(taken.at):
        raise engine.StepRefused(_("实施止应晚于今天；不再实施的请办理退出。"))
    Duty.objects.filter(pk=admission.duty_id).update(**_kept_on_list(admission))


def _kept_on_list(admission):
    return {
        "description": admission.description, "basis": admission.basis, "rate": admission.rate, "in_force_until": admission.ends,
    }  # fmt: skip


@engine.after("admission", "withdraw")
def set_end(admission, taken):
    """From that day on the duty is off the list; until then it is carried as before."""
    fault = leaving_fault(admission.ends_on, today=timezone.localdate(taken.at), until=admission.duty.in_force_until)
    if fault:
        said = {"past": _("退出日期不能早于今天。"), "late": _("退出日期不能晚于实施止。")}
        raise engine.StepRefused(said[fault])
    leaves = max(admission.ends_on, admission.duty.in_force_from)
    Duty.objects.filter(pk=admission.duty_id).update(in_force_until=leaves)


def follow_up(event, case):
    """Listener: the last office spoke, so the review is over; a duty withdrawn from today on leaves at once."""
    if event.kind == "admission.state" and case.state == State.REVIEWING and not case.awaited_ids:
        _moved(case, "conclude", at=event.at)
    elif event.kind == "admission.withdraw" and case.ends_on <= timezone.localdate(event.at):
        _moved(case, "take_off", at=event.at)


def _moved(case, step, *, at):
    moved = engine.take(case, step, by=SYSTEM, at=at)
    for name in ("state", "version", "closed_at", "due_at"):
        setattr(case, name, getattr(moved, name))


def conclude_overdue(*, at):
    """Who has not spoken in time is waited for no longer. Safe to run twice and side by side; returns how many went on."""
    return _all_taken(Admission.objects.review_over(at), lambda admission: "conclude", at=at)


def end_what_is_over(*, at):
    """Duties whose day has come leave the list: withdrawn, or at the end of their period."""
    over = Admission.objects.ended(timezone.localdate(at))
    return _all_taken(over, lambda admission: "take_off" if admission.state == State.LEAVING else "lapse", at=at)


def _all_taken(rows, step_of, *, at):
    done = 0
    for admission in list(rows.order_by("pk")):
        try:
            engine.take(admission, step_of(admission), by=SYSTEM, at=at, version=admission.version)
        except engine.StepRefused:  # somebody else was quicker
            continue
        done += 1
    return done
