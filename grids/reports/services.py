"""Files grid reports, and what else happens when a step is taken."""

import structlog
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from governance.cases.enums import OrderState
from governance.cases.services import end_orders, hand_over, issue_order, next_number, sign_order
from governance.deadlines.sweep import ring
from governance.files.enums import AttachmentKind
from governance.files.models import PendingUpload
from governance.files.services import attach, claim
from governance.flow import engine
from governance.flow.extensions import extendable, settle
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.privacy.enums import Purpose
from governance.privacy.services import open_sealed
from grids.reports import terms
from grids.reports.enums import STATIONS, Came, Next, State
from grids.reports.models import Report
from grids.reports.rules import COMPLAINTS, HAZARDS, INCIDENTS, MEDIATION, came_by, in_words, kept_so_far, title_of

COUNTY, TOWNSHIP, CITY = 6, 9, 4  # characters of a path
SENT_BACK = ("send_back_to_village", "send_back_to_township", "send_back_to_department")
STILL_TO_DO = 200  # reports carried on in one run
CLOCK_OF = {State.VILLAGE: terms.VILLAGE, State.TOWNSHIP: terms.TOWNSHIP, State.DEPARTMENT: terms.DEPARTMENT}


logger = structlog.get_logger(__name__)


def file_report(*, at, by, grid, kind, submission=None, **facts):
    """Register what a worker found. The same `submission` never files twice: the second answer is the first report.

    `facts`: description, landmark, latitude, longitude, answers; `name` and `phone` are the contact of the matter and are sealed.
    """
    earlier = submission and Report.objects.filter(submission=submission).first()
    return earlier or _registered(at=at, by=by, grid=grid, kind=kind, submission=submission, **facts)


def _registered(*, at, by, grid, kind, description="", submission=None, name="", phone="", **facts):
    """A new report; of two sendings at the same moment the second breaks off."""
    report = Report(
        place=grid.place, grid=grid, kind=kind, reporter=by, description=description, submission=submission,
        title=title_of(kind.label, description), **facts,
    )  # fmt: skip
    report.contact_name, report.contact_phone = name, phone
    with transaction.atomic():
        report.number = next_number(at=at)
        if village := Office.objects.named(OfficeType.VILLAGE, grid.place.path):
            report.hand_to(village)
        return engine.begin(report, by=by, at=at)


def take_over(source, *, by, at, note="", **facts):
    """A finding of another procedure of the grid (a patrol, a demand in the diary) becomes a report; `facts` as for `file_report`."""
    return file_report(by=by, at=at, **facts)


def report_found(*, at, by, submission, then=Next.KEEP, solution="", held=(), held_after=(), **facts):
    """What a worker sent from the phone, with its photographs and what was done at once: all of it, or nothing. Sent ten times, it is
    one report. `held` are photographs of what was found, `held_after` of how it looks now. Returns (report, whether it is new)."""
    try:
        with transaction.atomic():
            if earlier := Report.objects.filter(submission=submission).first():
                return earlier, False
            report = _registered(at=at, by=by, submission=submission, **facts)
            for upload in held:
                claim(upload.token, report, by=by, at=at)
            return _next(report, then, solution, held_after, by=by, at=at), True
    except IntegrityError:  # the same form at the same moment
        earlier = Report.objects.filter(submission=submission).first()
        if earlier is None:
            raise
        return earlier, False


def _next(report, then, solution, after, *, by, at):
    if then == Next.SOLVE:
        return engine.take(report, "solve", by=by, at=at, note=solution, photos=after)
    for upload in after:
        claim(upload.token, report, by=by, at=at, kind=AttachmentKind.PROOF)
    return engine.take(report, "pass_to_village", by=by, at=at) if then == Next.PASS_ON else report


def bureau_for(report):
    """The bureau in charge of the report's kind: the county's, else the city's; None where the kind belongs to no trade."""
    if not report.kind.trade:
        return None
    bureaus = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, trade=report.kind.trade)
    levels = [report.place_path[:COUNTY], report.place_path[:CITY]]
    return bureaus.filter(place__path__in=levels).order_by("-place__path").first()


def pass_to_bureau(report, *, by, at, note):
    """To the bureau in charge of its kind; refused where the kind belongs to no trade."""
    bureau = bureau_for(report)
    if bureau is None:
        raise engine.StepRefused(_("“%(kind)s”没有对应的主管部门，请打开后选择部门转办。") % {"kind": report.kind.label})
    return engine.take(report, "pass_to_department", by=by, at=at, note=note, office=bureau)


def _give(report, office, taken, term):
    """Hand the report to an office with a work order that prints its limit; nobody has signed for it yet."""
    if office is None:
        raise engine.StepRefused(_("没有可以承办的单位，请联系管理员。"))
    if taken.step.name.startswith("return_to"):
        end_orders(report, OrderState.RETURNED, at=taken.at)
    report.hand_to(office)
    settle(report, taken)
    report.signed_at = report.watched_at = None
    report.came = came_by(taken.step.name)
    clock = taken.clocks.open[term.name]
    clock.office_id = office.pk
    by, words = (None, str(taken.step.label)) if taken.by == SYSTEM else (taken.by, taken.note)
    issue_order(report, office, by=by, at=taken.at, instruction=words, deadline=clock)


remindable("reports")


@engine.after("reports", "pass_to_village", "return_to_village", "send_back_to_village")
def give_to_village(report, taken):
    report.passed_on = True
    _give(report, Office.objects.named(OfficeType.VILLAGE, report.place_path), taken, terms.VILLAGE)


@engine.after("reports", "pass_to_township", "return_to_township", "send_back_to_township", "raise_to_township")
def give_to_township(report, taken):
    _give(report, Office.objects.named(OfficeType.TOWNSHIP, report.place_path[:TOWNSHIP]), taken, terms.TOWNSHIP)


@engine.after("reports", "pass_to_department", "dispatch", "send_back_to_department", "raise_to_department")
def give_to_department(report, taken):
    """The office the step named holds the report already; one it is sent back to holds it still."""
    _give(report, report.office, taken, terms.DEPARTMENT)


@engine.after("reports", "return_to_worker")
def give_back_to_worker(report, taken):
    """The worker's village keeps holding it; its order has ended."""
    end_orders(report, OrderState.RETURNED, at=taken.at)
    report.signed_at = report.watched_at = None
    report.came = Came.RETURNED


@engine.after("reports", "sign")
def sign(report, taken):
    report.signed_at = taken.at
    sign_order(report, by=taken.by, at=taken.at)


@engine.after("reports", "solve")
def demand_proof(report, taken):
    """Some kinds are solved only when a photograph shows it."""
    if report.kind.needs_proof and not taken.given["photos"]:
        raise engine.StepRefused(_("“%(kind)s”现场解决的，请上传处置后的照片。") % {"kind": report.kind.label})


@engine.after("reports", "solve", "answer")
def keep_photographs(report, taken):
    """What shows that it was done: files of this form, or those held since an earlier try of it."""
    facts = {"by": taken.by, "at": taken.at, "kind": AttachmentKind.PROOF}
    for photograph in taken.given["photos"]:
        if isinstance(photograph, PendingUpload):
            claim(photograph.token, report, **facts)
        else:
            attach(report, photograph, **facts)


@engine.after("reports", "answer")
def note_answer(report, taken):
    """Who answered is remembered, so that it can be sent back there; answering unsigned signs for it."""
    report.answered_from, report.answered_at, report.watched_at = taken.came_from, taken.at, None
    settle(report, taken)
    if report.signed_at is None:
        sign(report, taken)


@engine.after("reports", "solve", "pass_to_village")
def note_on_the_spot(report, taken):
    report.spot_kept = kept_so_far(report.spot_kept, taken.clocks.met[terms.ON_THE_SPOT.name].was_kept)


@engine.after(
    "reports", "answer", "pass_to_township", "pass_to_department", "dispatch", "return_to_worker", "return_to_village", "return_to_township"
)
def note_station_in_time(report, taken):
    """A station past its limit is late whatever it does then; only an answer in time settles that all were kept."""
    clock, step = taken.clocks.met[CLOCK_OF[taken.came_from].name], taken.step.name
    if step == "answer" or not clock.was_kept:
        report.answer_kept = kept_so_far(report.answer_kept, clock.was_kept)
    if step in ("answer", "pass_to_township", "pass_to_department") or not clock.was_kept:
        column = f"{taken.came_from}_kept"
        setattr(report, column, kept_so_far(getattr(report, column), clock.was_kept))


extendable("reports", terms.DEPARTMENT)


@engine.after("reports", *SENT_BACK)
def note_sent_back(report, taken):
    """Once: the second answer stands."""
    report.sent_back = True


@engine.after("reports", "hand_to_dispute")
def become_dispute(report, taken):
    """The contact is whom the committee asks first; sealed as it is, it becomes the applicant, whom the mediator may correct."""
    person = {"applicant_name": report.contact_name, "applicant_phone": report.contact_phone}
    _hand(report, taken, MEDIATION, kind=report.kind.dispute_kind, **person)


@engine.after("reports", "hand_to_complaint")
def become_complaint(report, taken):
    """Art. 43: whoever handles it contacts the person, so name and telephone go along, on record."""
    opening = {"by": taken.by, "purpose": Purpose.CONTACT, "reason": _("转12345办理"), "at": taken.at}
    person = {name: open_sealed(report, f"contact_{name}", **opening) for name in ("name", "phone")}
    _hand(report, taken, COMPLAINTS, category=report.kind.complaint_category, **person)


@engine.after("reports", "hand_to_hazard")
def become_hazard(report, taken):
    _hand(report, taken, HAZARDS, trade=report.kind.trade)


@engine.after("reports", "hand_to_incident")
def become_incident(report, taken):
    _hand(report, taken, INCIDENTS)


def _hand(report, taken, procedure, **facts):
    """The new case says what the worker found, what was asked besides, and what was added when it was handed on."""
    report.passed_on = True
    description = "\n".join(text for text in (report.description, in_words(report.answers), taken.note) if text)
    hand_over(report, procedure, by=taken.by, at=taken.at, note=taken.note, description=description, **facts)


@engine.after("reports", "confirm", "confirm_by_silence", "hand_to_dispute", "hand_to_complaint", "hand_to_hazard", "hand_to_incident")
def end_work_order(report, taken):
    end_orders(report, OrderState.DONE if taken.step.name.startswith("confirm") else OrderState.WITHDRAWN, at=taken.at)
    report.by_silence = taken.step.name == "confirm_by_silence"
    settle(report, taken)


@engine.after("reports", "watch")
def be_watched(report, taken):
    """No station is left above that could answer: the centre of the county keeps an eye on it until somebody does."""
    report.watched_at = taken.at


def carry_on_all(*, at, batch=STILL_TO_DO):
    """What nobody answered or confirmed in time goes on by itself; returns how many did. Safe to run twice and side by side."""
    due = list(Report.objects.forgotten(at).values_list("pk", flat=True)[:batch])
    return sum(carry_on(pk, at=at) for pk in due)


@transaction.atomic
def carry_on(pk, *, at):
    """Carry one forgotten report on, after its lapse is told; False where somebody works on it, or did meanwhile."""
    report = Report.objects.forgotten(at).select_for_update(skip_locked=True, of=("self",)).filter(pk=pk).first()
    if report is None:
        return False
    ring(report, at=at)
    report = Report.objects.for_step().get(pk=pk)
    step, given = way_on(report)
    try:
        engine.take(report, step, by=SYSTEM, at=at, version=report.version, **given)
    except engine.StepRefused as refused:
        logger.warning("report_not_carried_on", number=report.number, step=step, reason=str(refused))
        return False
    return True


def way_on(report):
    """(step, what it is given) of a report whose limit passed: one station up, or before the eyes of the centre where there is none."""
    if report.state == State.ANSWERED:
        return "confirm_by_silence", {}
    if report.state == State.VILLAGE and _can_hold(report, Office.objects.named(OfficeType.TOWNSHIP, report.place_path[:TOWNSHIP])):
        return "raise_to_township", {}
    bureau = bureau_for(report) if report.state == State.TOWNSHIP else None
    return ("raise_to_department", {"office": bureau}) if _can_hold(report, bureau) else ("watch", {})


def _can_hold(report, office):
    return office is not None and office.pk not in report.barred_ids


def note_lapse(event, case):
    """Listener: a limit that passed counts in the figures at once, whether or not the report is ever answered."""
    if event.kind != "deadline.lapsed" or not isinstance(case, Report):
        return
    columns = {terms.ON_THE_SPOT.name: ("spot_kept",), **{CLOCK_OF[one].name: ("answer_kept", f"{one}_kept") for one in STATIONS}}
    if late := dict.fromkeys(columns.get(event.data["term"], ()), False):
        Report.objects.filter(pk=case.pk).update(**late)
        for column in late:
            setattr(case, column, False)
