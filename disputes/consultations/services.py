"""Opens consultations, ends them with a lead, and raises by one level what is passed around."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Left
from django.utils.translation import gettext as _

from disputes.complaints.data.routing import route
from disputes.complaints.enums import LeadBy
from disputes.complaints.enums import State as ComplaintState
from disputes.complaints.models import Complaint
from disputes.complaints.services import let_in
from disputes.consultations.enums import State, Trouble
from disputes.consultations.models import Consultation, Statement
from disputes.consultations.permissions import WATCH
from disputes.consultations.rules import Said, helpers_of, lead_of, must_be_raised
from governance.cases.enums import OrderKind
from governance.cases.models import WorkOrder
from governance.cases.services import next_number
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.models import Office
from governance.people.services import NoCentre, centre_above, centre_for
from governance.places.models import Place
from governance.places.rules import CODE_LENGTH, FULL_LENGTH, common_ancestor

CONSULTS = ("consult", "ask_consultation")
PASSED_ON = {f"complaints.{step}" for step in ("uphold_objection", "recall", "return_for_rework", "reopen")}
AT_LEAST = 2


@engine.after("complaints", *CONSULTS)
def open_consultation(complaint, taken):
    """Everyone who may be responsible is asked; the centre that stands above all of them organises (Art. 43)."""
    areas = list(taken.given["areas"] or ())
    invited = invited_to(complaint, areas=areas, chosen=taken.given["offices"] or ())
    if len(invited) < AT_LEAST:
        raise engine.StepRefused(_("会商至少要有两个单位参加，请再选择会商单位或者另涉地区。"))
    paths = [complaint.place_path, *(area.path for area in areas)]
    consultation = Consultation(
        complaint=complaint, number=next_number(at=taken.at), title=complaint.title, matter=taken.note,
        place=Place.objects.get(path=common_ancestor(paths)), opened_by=taken.by.acting_post.office,
        awaited_ids=[office.pk for office in invited], **complaint.bars,
    )  # fmt: skip
    consultation.hand_to(organiser([*paths, *(office.place.path for office in invited)], barred=complaint.barred_ids))
    consultation.office_ids = list(dict.fromkeys([*consultation.office_ids, *consultation.awaited_ids]))
    engine.begin(consultation, by=taken.by, at=taken.at, note=taken.note)
    consultation.areas.set(areas)
    let_in(complaint, invited)


def invited_to(complaint, *, areas, chosen):
    """Who holds the matter, who was chosen, and for each further area the office such a matter of it would go to."""
    found = {office.pk: office for office in chosen}
    for area in areas:
        office, _copy = route(area, complaint.category)
        if office is None:
            raise engine.StepRefused(_("%(area)s没有可以邀请的单位，请在会商单位中选择。") % {"area": area.full_name})
        found.setdefault(office.pk, office)
    if complaint.office_id:
        found.setdefault(complaint.office_id, complaint.office)
    return list(Office.objects.filter(pk__in=found).select_related("place").order_by("place__path", "code"))


def organiser(paths, *, barred):
    """The centre above all of them, or the next one where that one is kept out; a matter that has none cannot be consulted on."""
    try:
        centre = open_to(centre_for(paths), barred)
    except NoCentre:
        centre = None
    if centre is None:
        raise engine.StepRefused(_("找不到共同的上一级综治中心，不能发起会商。"))
    return centre


def open_to(centre, barred):
    """This centre, the one above it where the matter keeps it out, or None."""
    if centre is None or centre.pk not in barred:
        return centre
    above = centre_above(centre.place.path)
    return above if above and above.pk not in barred else None


@engine.after("consultations", "state")
def keep_statement(consultation, taken):
    """Each office speaks once."""
    office = taken.by.acting_post.office
    Statement.objects.create(
        consultation=consultation, office=office, stance=taken.given["stance"], text=taken.note, by=taken.by, at=taken.at
    )
    consultation.awaited_ids = [key for key in consultation.awaited_ids if key != office.pk]


@engine.after("consultations", "invite")
def invite_more(consultation, taken):
    """The organiser asks others, too. Who spoke already is not asked again."""
    fresh = [office for office in taken.given["offices"] if office.pk not in consultation.office_ids]
    if not fresh:
        raise engine.StepRefused(_("所选单位已经在会商之列。"))
    consultation.awaited_ids = [*consultation.awaited_ids, *(office.pk for office in fresh)]
    consultation.office_ids = [*consultation.office_ids, *(office.pk for office in fresh)]
    complaint = engine.lock(consultation.complaint)
    let_in(complaint, fresh)
    complaint.save(update_fields=["office_ids", "is_across"])


@engine.after("consultations", "agree")
def hand_to_agreed_lead(consultation, taken):
    """Nobody disputes it: the office that calls the matter its own leads, those that offered help do so."""
    helpers = Office.objects.filter(pk__in=helpers_of(said_in(consultation)))
    appoint(consultation, taken, lead_by=LeadBy.AGREED, note=_("各单位会商一致。"), joint_offices=list(helpers))


@engine.after("consultations", "designate")
def hand_to_designated_lead(consultation, taken):
    """同级综治中心指定: the centre's word is final, its reason stands on the order."""
    if consultation.lead_id not in participants(consultation):
        raise engine.StepRefused(_("请在参加会商的单位中指定主办单位。"))
    helpers = [office for office in taken.given["joint_offices"] or () if office.pk != consultation.lead_id]
    appoint(consultation, taken, lead_by=LeadBy.DESIGNATED, note=taken.note, joint_offices=helpers)


def appoint(consultation, taken, *, lead_by, note, joint_offices):
    given = {"office": consultation.lead, "lead_by": lead_by, "joint_offices": joint_offices}
    engine.take(consultation.complaint, "appoint", by=SYSTEM, at=taken.at, note=note, **given)


def hanging_on(case):
    """The consultations about a complaint; no other case has any."""
    return Consultation.objects.of(case) if isinstance(case, Complaint) else ()


def latest_of(complaint):
    """The last consultation on a complaint, or None; whoever reads the complaint may read it there."""
    return Consultation.objects.of(complaint).select_related("office", "lead", "place").first()


def participants(consultation):
    """Keys of the offices that were asked: all but the centre that organises, unless it was asked itself."""
    spoke = consultation.statements.values_list("office", flat=True)
    return {*consultation.awaited_ids, *spoke}


def said_in(consultation):
    return [Said(office, stance) for office, stance in consultation.statements.values_list("office", "stance")]


def conclude(event, case):
    """Listener: when the last office has spoken there is a lead, or the centre has to name one."""
    if event.kind != "consultations.state" or case.state != State.OPEN or case.awaited_ids:
        return
    lead = lead_of(said_in(case))
    if lead:
        moved = engine.take(case, "agree", by=SYSTEM, at=event.at, lead=Office.objects.get(pk=lead))
    else:
        moved = engine.take(case, "refer", by=SYSTEM, at=event.at)
    case.state, case.version = moved.state, moved.version


def refer_overdue(*, at):
    """What was not agreed on in time goes to the centre; safe to run twice and side by side. Returns how many went."""
    overdue = list(Consultation.objects.not_agreed(at).order_by("due_at", "pk"))
    return sum(_referred(consultation, at=at) for consultation in overdue)


def _referred(consultation, *, at):
    try:
        engine.take(consultation, "refer", by=SYSTEM, at=at, version=consultation.version)
    except engine.StepRefused:  # somebody else was quicker
        return False
    return True


@engine.after("complaints", "withdraw", "recall_from_accused")
def call_off(complaint, taken):
    """Nobody needs to lead any more."""
    if taken.came_from == ComplaintState.CONSULTING:
        engine.take(Consultation.objects.of(complaint).ongoing().get(), "call_off", by=SYSTEM, at=taken.at)


@transaction.atomic
def take_with_complaint(consultation, take):
    """Take a step with the complaint locked first, as everything that locks both does."""
    engine.lock(consultation.complaint)
    return take()


def raise_if_stuck(event, case):
    """Listener: what is passed around three times, or sent back three times, goes one level up by itself, once."""
    if event.kind not in PASSED_ON or case.raised_to_id:
        return
    if not must_be_raised(transfers=case.transfers, reworks=case.reworks, has_lead=case.office_id is not None):
        return
    centre = open_to(centre_above(level_of(case)), case.barred_ids)
    if centre:
        moved = engine.take(case, "raise_level", by=SYSTEM, at=event.at, raised_to=centre)
        case.raised_to, case.version = centre, moved.version


def level_of(complaint):
    """The path of whoever held the matter last; of its place where nobody did."""
    orders = WorkOrder.objects.of(complaint).filter(kind=OrderKind.LEAD).order_by("-serial")
    return orders.values_list("office__place__path", flat=True).first() or complaint.place_path


def watched(user, *, at, trouble=""):
    """What should not be there: complaints within one's reach that are nobody's, late, or raised; or of one of these kinds."""
    rows = Complaint.objects.visible_to(user, WATCH)
    kinds = {Trouble.NOBODYS: rows.nobodys, Trouble.LATE: lambda: rows.late(at), Trouble.RAISED: rows.raised}
    return kinds[trouble]() if trouble in kinds else rows.unattended(at)


def lapsed_terms(keys, *, at):
    """{complaint: the name of the limit it is past}, the first to end where there are several."""
    rows = Deadline.objects.running().filter(content_type=ContentType.objects.get_for_model(Complaint), object_id__in=keys, due_at__lt=at)
    return dict(rows.order_by("-due_at").values_list("object_id", "label"))


def tally(rows, *, below):
    """(place, how many) for the areas right below a place that have such complaints, most first."""
    length = next((length for length in CODE_LENGTH.values() if length > len(below)), FULL_LENGTH)
    counts = dict(rows.order_by().values_list(Left("place_path", length)).annotate(count=Count("pk")))
    places = Place.objects.filter(path__in=counts)
    return sorted(((place, counts[place.path]) for place in places), key=lambda pair: (-pair[1], pair[0].path))
