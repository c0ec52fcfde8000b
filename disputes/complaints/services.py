"""Files complaints, routes them, and what else happens when a step is taken."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from disputes.complaints import terms
from disputes.complaints.data.routing import office_at, route
from disputes.complaints.enums import Kind, LeadBy, Source, State
from disputes.complaints.models import Category, Complaint, RoutingRule
from disputes.complaints.rules import HAZARDS, INCIDENTS, Entry, sounds_like_emergency, suggested
from governance.cases.bars import judge_of, kept_out_with
from governance.cases.enums import OrderKind, OrderState
from governance.cases.models import Handover, WorkOrder
from governance.cases.rules import new_query_code, title_of
from governance.cases.services import end_orders, hand_over, issue_order, next_number, sign_order
from governance.cases.tracking import code_index
from governance.deadlines.models import Deadline, Limit
from governance.files.services import claim
from governance.flow import engine
from governance.flow.extensions import extendable, settle
from governance.flow.reminders import remindable
from governance.flow.table import RESIDENT, SYSTEM
from governance.people.enums import OfficeType
from governance.places.rules import ancestors
from governance.prepared import Prepared
from governance.privacy.blind import blind_index
from governance.privacy.phones import normalise_phone

PHONE, MEDIATION = "complaint.phone", "mediation"
MOST_EXTENSIONS = 2  # granted, of one handling
REOPENINGS = ("reopen", "order_reopening", "come_back")
BEFORE_HANDLING = {State.DISPATCHED: "recall", State.SIGNED: "recall", State.OBJECTED: "uphold_objection"}  # how it is taken back
SUBMITTED = Prepared(lambda submission: Complaint.objects.filter(submission=submission).order_by(), submission=UUID)
UNSORTED = "1301"  # where a matter waits for its dispatcher that no word tells apart


@dataclass
class Filed:
    """A filed complaint and the query code that is shown this once."""

    complaint: Complaint
    query_code: str


def file_complaint(*, at, by=RESIDENT, place, category, kind, description, source=Source.WEB, name="", phone="", submission=None, **facts):
    """Register a complaint and route it. `by` is the clerk, or the resident. The same `submission` never files twice: the second
    answer is the first complaint, without its code. `facts`: landmark, latitude, longitude, is_anonymous, is_secret, urgency, title,
    against."""
    if earlier := submission and SUBMITTED.first(submission=submission):
        return Filed(earlier, "")
    code = new_query_code()
    facts |= {"place": place, "category": category, "kind": kind, "source": source, "submission": submission}
    complaint = drawn_up(code, description=description, name=name, phone=phone, **facts)
    return Filed(_register(complaint, by=by, at=at), code)


def drawn_up(code, *, category, description, name="", phone="", urgency="", title="", query_code_index="", **facts):
    """The complaint as it was told, not yet registered; who stays anonymous leaves no contact. `query_code_index`: of the code the person
    has already, from where it was handed over."""
    complaint = Complaint(
        category=category,
        description=description,
        query_code_index=query_code_index or code_index(code),
        urgency=urgency or category.urgency,
        title=title or title_of(description),
        emergency_suspected=sounds_like_emergency(description),
        **facts,
    )
    if not complaint.is_anonymous and (name or phone):
        complaint.reporter_name, complaint.reporter_phone = name, phone
        complaint.phone_index = phone_index(phone)
    return complaint


def file_for_caller(*, at, by, submission, files=(), **facts):
    """What a clerk took down, with the files held for it: all of it, or nothing. Sent twice, it is filed once."""
    try:
        with transaction.atomic():
            filed = file_complaint(at=at, by=by, submission=submission, **facts)
            for held in files if filed.query_code else ():
                claim(held.token, filed.complaint, by=by, at=at)
            return filed
    except IntegrityError:  # the same form at the same moment
        earlier = SUBMITTED.first(submission=submission)
        if earlier is None:
            raise
        return Filed(earlier, "")


def registered(number):
    """What was filed under a number, for the receipt of whoever filed it."""
    return Complaint.objects.for_detail().filter(number=number).first()


def intake(case, *, by, at, note, category="", kind=Kind.COMPLAINT, description="", source=Source.GRID, **facts):
    """A case of another procedure becomes a complaint at its place, classified anew before it is dispatched.

    `category` is a code; without one it is what the text speaks of, or `UNSORTED`. Where exactly it is goes along.
    """
    description = description or case.summary or note
    facts = {"landmark": getattr(case, "landmark", "")} | {name: getattr(case, name, None) for name in ("latitude", "longitude")} | facts
    spoken = [] if category else suggestions(description)
    found = spoken[0] if spoken else Category.objects.leaves().get(code=category or UNSORTED)
    filed = file_complaint(at=at, by=by, place=case.place, category=found, kind=kind, description=description, source=source, **facts)
    return filed.complaint


def suggestions(text, leaves=None):
    """The categories the words of a text point to, the likeliest first; `leaves` are those in use, where they were read before."""
    leaves = {leaf.pk: leaf for leaf in (Category.objects.leaves() if leaves is None else leaves)}
    entries = [Entry(leaf.pk, _words(leaf), _words(leaf.parent)) for leaf in leaves.values()]
    return [leaves[key] for key in suggested(text, entries)]


def _words(category):
    return tuple(word for word in category.keywords.split("|") if word)


@transaction.atomic(savepoint=False)
def _register(complaint, *, by, at):
    if complaint.against:
        complaint.barred_ids = kept_out_with(complaint.against)
    first, suggested_office = first_office(complaint.place, by, against=complaint.against), suggested_for(complaint)
    number_and_route(complaint, next_number(at=at), first=first, suggested_office=suggested_office)
    return engine.begin(complaint, by=by, at=at)


def number_and_route(complaint, number, *, first, suggested_office):
    """What registering adds to a complaint before its flow begins: its number, who received it, where it is likely to go."""
    complaint.place_path = complaint.place.path
    complaint.number, complaint.received_by, complaint.suggested_office = number, first, suggested_office
    if first:
        complaint.office_ids = [first.pk]


def first_office(place, by, *, against=None):
    """首接单位: the clerk's own office, or the city's hotline for what comes by web and phone; where that is accused, the city's centre."""
    if by not in (RESIDENT, SYSTEM) and by.acting_post:
        return by.acting_post.office
    kind = OfficeType.CENTRE if against and against.type == OfficeType.HOTLINE else OfficeType.HOTLINE
    return office_at(kind, place.path[:4])


def handling_limit(complaint, *, at):
    """The limit its handling will run under once it is dispatched."""
    code = terms.HANDLE.limit_code(complaint)
    return Limit.objects.current([code], at=at)[code]


def phone_index(phone):
    """What a telephone is looked up by, without being readable."""
    return blind_index(normalise_phone(phone), purpose=PHONE) if phone else ""


def suggested_for(complaint):
    """Where it goes first: what is said of an office to the level above it, everything else as the rules have it. Nobody, while
    nobody knows the place."""
    if complaint.against:
        return judge_of(complaint.against)
    return None if complaint.needs_place else route(complaint.place, complaint.category)[0]


@transaction.atomic
def keep_category(form, routes):
    """Write a category and its rules; `routes` is {level: {target, copy_to_county}}, an empty target leaves the level to the default."""
    category = form.save()
    for level, wanted in routes.items():
        if wanted["target"]:
            RoutingRule.objects.update_or_create(category=category, level=level, defaults=wanted)
        else:
            RoutingRule.objects.filter(category=category, level=level).delete()


def dispatch_as_suggested(complaint, *, by, at, version=None):
    """Classify as filed and hand to the suggested office, in one transaction: the dispatcher agreed with both."""
    with transaction.atomic():
        if complaint.state == State.REGISTERED:
            complaint = classify_as_filed(complaint, by=by, at=at, version=version)
        if complaint.suggested_office is None:
            raise engine.StepRefused(_("没有建议承办单位，请逐件派单。"))
        return engine.take(complaint, "dispatch", by=by, at=at, office=complaint.suggested_office)


def transfer(complaint, office, *, by, at, note):
    """改派: hand a matter nobody has begun to handle to an office chosen for it and others, whatever way it stands.

    In one transaction; raises `StepRefused` for an office that does not serve the place, or once the matter is being handled.
    """
    if office.place.path not in ancestors(complaint.place_path):
        raise engine.StepRefused(_("%(office)s不承办该地点的事项。") % {"office": office.short_name})
    if complaint.office_id == office.pk:
        raise engine.StepRefused(_("已由该单位承办。"))
    with transaction.atomic():
        if complaint.state == State.REGISTERED:
            complaint = classify_as_filed(complaint, by=by, at=at)
        elif complaint.state in BEFORE_HANDLING:
            complaint = engine.take(complaint, BEFORE_HANDLING[complaint.state], by=by, at=at, note=note)
        return engine.take(complaint, "dispatch", by=by, at=at, note=note, office=office)


def classify_as_filed(complaint, *, by, at, version=None):
    """The dispatcher agrees with how the matter was filed."""
    kept = {"kind": complaint.kind, "category": complaint.category, "urgency": complaint.urgency}
    return engine.take(complaint, "classify", by=by, at=at, version=version, **kept)


remindable("complaints")


@engine.after("complaints", "register")
def alert_emergency(complaint, taken):
    """Words of danger start the clock within which an operator must divert the matter or keep it."""
    if complaint.emergency_suspected:
        taken.clocks.start(terms.DIVERT, at=taken.at)


@engine.after("complaints", "classify")
def suggest_again(complaint, taken):
    """Another category may belong to another office."""
    complaint.suggested_office = suggested_for(complaint)


@engine.after("complaints", "correct")
def move(complaint, taken):
    """The open clocks lie where the case lies now; another place may belong to another office. Whoever names the city says that the
    matter concerns the whole of it."""
    complaint.needs_place = False
    Deadline.objects.of(complaint).still_open().update(place_path=complaint.place_path)
    complaint.suggested_office = suggested_for(complaint)


@engine.after("complaints", "dispatch")
def issue_work_order(complaint, taken):
    """派单: the limit is printed on the order; the township's county gets a copy to supervise."""
    staff, complaint.objected, complaint.lead_by = taken.by, False, ""
    complaint.needs_place = False
    deadline = taken.clocks.open[terms.HANDLE.name]
    issue_order(complaint, complaint.office, by=staff, at=taken.at, instruction=taken.note, deadline=deadline)
    _office, copy = route(complaint.place, complaint.category)
    centre = office_at(OfficeType.CENTRE, complaint.place_path[:6]) if copy and len(complaint.place_path) > 6 else None
    if centre and centre != complaint.office and centre.pk not in complaint.barred_ids:
        issue_order(complaint, centre, by=staff, at=taken.at, kind=OrderKind.COPY, deadline=deadline)


def let_in(complaint, offices):
    """Open the complaint to offices that take part in it, of other areas too; the caller saves. It stays with whoever holds it."""
    for office in offices:
        complaint.refuse_barred(office)
    complaint.office_ids = list(dict.fromkeys([*complaint.office_ids, *(office.pk for office in offices)]))
    elsewhere = [office for office in offices if office.is_territorial and not complaint.place_path.startswith(office.place.path)]
    complaint.is_across = complaint.is_across or bool(elsewhere)


@engine.after("complaints", "consult", "ask_consultation")
def wait_for_lead(complaint, taken):
    """What was asked for before is decided by whoever leads."""
    settle(complaint, taken)


@engine.after("complaints", "appoint")
def give_to_lead(complaint, taken):
    """Who held the matter before goes on with the time that was left; another office gets the whole of it."""
    standing = WorkOrder.objects.of(complaint).standing().filter(kind=OrderKind.LEAD)
    if standing.filter(office=complaint.office).exists():
        taken.clocks.resume(terms.HANDLE, at=taken.at)
    else:
        taken.clocks.start(terms.HANDLE, at=taken.at)
    if complaint.lead_by != LeadBy.DESIGNATED:
        taken.clocks.start(terms.OBJECT, at=taken.at)
    complaint.objected = False
    deadline = taken.clocks.open[terms.HANDLE.name]
    issue_order(complaint, complaint.office, by=None, at=taken.at, instruction=taken.note, deadline=deadline)


@engine.after("complaints", "sign")
def sign_work_order(complaint, taken):
    sign_order(complaint, by=taken.by, at=taken.at)


@engine.after("complaints", "object")
def refuse_late_objection(complaint, taken):
    """An objection counts only within its limit."""
    if taken.clocks.met[terms.OBJECT.name].lapsed_at:
        raise engine.StepRefused(_("提出异议的期限已过，请签收办理。"))
    complaint.objected = True


@engine.after("complaints", "uphold_objection", "recall", "recall_for_recusal", "recall_from_accused", "reopen_above")
def take_back_work_order(complaint, taken):
    """The case is nobody's until it is dispatched anew."""
    end_orders(complaint, OrderState.RETURNED if taken.step.name == "uphold_objection" else OrderState.WITHDRAWN, at=taken.at)
    settle(complaint, taken)
    complaint.office, complaint.lead_by = None, ""
    complaint.transfers += 1


@engine.after("complaints", "contact")
def note_contact_in_time(complaint, taken):
    complaint.contact_kept = taken.clocks.met[terms.CONTACT.name].was_kept


@engine.after("complaints", "reply")
def note_reply_in_time(complaint, taken):
    complaint.replied_at = taken.at
    settle(complaint, taken)
    complaint.handle_kept = complaint.handle_kept is not False and taken.clocks.met[terms.HANDLE.name].was_kept


extendable("complaints", terms.HANDLE, most=MOST_EXTENSIONS)


@engine.after("complaints", "call_back")
def keep_word(complaint, taken):
    """Whoever was not reached said nothing; what the person said before, on the own page, stands."""
    if not taken.given["reached"]:
        said = Complaint.objects.filter(pk=complaint.pk, rated_at__isnull=False).values_list("solved", "satisfaction").first()
        complaint.solved, complaint.satisfaction = said or ("", "")


@engine.after("complaints", "rate")
def keep_rating(complaint, taken):
    """The resident's own word replaces what the call-back noted; both stay on the timeline."""
    complaint.rated_at = taken.at


@engine.after("complaints", "return_for_rework", "reopen_part", "reopen_above", *REOPENINGS)
def start_rework(complaint, taken):
    """What was said of the first reply no longer holds; a plan looked at again as promised is no rework."""
    complaint.reworks += taken.step.name != "come_back"
    complaint.reopening_asked = complaint.extension_asked = False
    complaint.solved = complaint.satisfaction = ""
    complaint.reached = complaint.rated_at = complaint.review_on = complaint.appeal_to = None
    complaint.outcome, complaint.times_refused = "", 0
    if taken.step.name not in ("return_for_rework", "reopen_above"):
        deadline, staff = taken.clocks.open[terms.HANDLE.name], None if taken.by == SYSTEM else taken.by
        issue_order(complaint, complaint.office, by=staff, at=taken.at, instruction=taken.note, deadline=deadline, signed=True)


@engine.after("complaints", "ask_reopening")
def note_reopening(complaint, taken):
    complaint.reopening_asked = True


@engine.after("complaints", "refuse_reopening")
def settle_reopening(complaint, taken):
    complaint.reopening_asked = False


@engine.after("complaints", "hand_to_mediation", "pass_to_mediation")
def open_mediation(complaint, taken):
    """A dispute between people: the committee of the place takes it over, with the code the person has. Who asked for secrecy stays
    unknown to it."""
    person = {} if complaint.is_secret else {"applicant_name": complaint.reporter_name, "applicant_phone": complaint.reporter_phone}
    hand_over(
        complaint, MEDIATION, by=taken.by, at=taken.at, note=taken.note,
        description=complaint.description, query_code_index=complaint.query_code_index, **person,
    )  # fmt: skip


@engine.after("complaints", "open_hazard", "open_incident")
def open_beside(complaint, taken):
    """Art. 31, 32: what endangers, or breaks out, has its own procedure; what was written goes along, nobody's name."""
    procedure, facts = (HAZARDS, {}) if taken.step.name == "open_hazard" else (INCIDENTS, {"source_number": complaint.number})
    if any(row.is_from(complaint) and row.target.flow.procedure == procedure for row in Handover.objects.of(complaint)):
        raise engine.StepRefused(_("本件已经登记过，见“移交”。"))
    hand_over(complaint, procedure, by=taken.by, at=taken.at, note=taken.note, description=taken.note, **facts)


@engine.after("complaints", "close", "close_unsolved", "close_part", "close_with_lead")
def finish_work_order(complaint, taken):
    end_orders(complaint, OrderState.DONE, at=taken.at)
    settle(complaint, taken)


@engine.after("complaints", "withdraw", "not_accept", "divert", "hand_to_mediation", "pass_to_mediation")
def end_work_order(complaint, taken):
    end_orders(complaint, OrderState.WITHDRAWN, at=taken.at)
    settle(complaint, taken)


def note_lapse(event, case):
    """Listener: a limit that passed counts in the figures at once, whether or not the case is ever answered."""
    if event.kind != "deadline.lapsed" or not isinstance(case, Complaint):
        return
    column = {terms.CONTACT.name: "contact_kept", terms.HANDLE.name: "handle_kept"}.get(event.data["term"])
    if column:
        Complaint.objects.filter(pk=case.pk).update(**{column: False})
        setattr(case, column, False)


def submission_of(text):
    """The one-time mark of a form as a UUID, or None for anything else."""
    try:
        return UUID(str(text))
    except ValueError:
        return None
