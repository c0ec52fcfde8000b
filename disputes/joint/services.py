"""Opens joint mediations, takes the bodies' answers, and ends them with the mediation they are about."""

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.consultations.services import organiser
from disputes.joint.enums import State
from disputes.joint.models import JointAnswer, JointMediation
from disputes.mediation.flow import BEFORE_OUTCOME
from disputes.mediation.models import Mediation
from disputes.mediation.services import set_colour
from governance.cases.services import next_number
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.models import Place
from governance.places.rules import common_ancestor
from governance.timeline.record import record

SPEAKS_FOR = {Level.COUNTY: OfficeType.CENTRE, Level.TOWNSHIP: OfficeType.TOWNSHIP}  # of an area that is drawn in


def can_join(mediation):
    """Whether it is being mediated, and not jointly already."""
    return mediation.state in BEFORE_OUTCOME and mediation.office_id and not JointMediation.objects.of(mediation).ongoing().exists()


def speaker_of(area):
    """The office that takes part for an area elsewhere."""
    found = Office.objects.named(SPEAKS_FOR[area.level], area.path)
    if found is None:
        raise engine.StepRefused(_("%(area)s没有可以邀请的单位，请在邀请单位中选择。") % {"area": area.full_name})
    return found


@transaction.atomic
def open_joint(mediation, *, offices, areas, lead, matter, by, at):
    """Art. 40: bodies are invited to mediate one dispute together; across areas the next higher centre organises it (Art. 43)."""
    mediation = engine.lock(mediation)
    if not can_join(mediation):
        raise engine.StepRefused(_("本事项现在不能发起联合调解，请以最新状态为准。"))
    invited = {office.pk: office for office in (*offices, *(speaker_of(area) for area in areas)) if office.pk != mediation.office_id}
    if not invited:
        raise engine.StepRefused(_("请至少邀请一个单位，或者选择另涉地区。"))
    lead = lead or mediation.office
    for office in (*invited.values(), lead):
        mediation.refuse_barred(office)
    if lead.pk not in {*invited, mediation.office_id}:
        raise engine.StepRefused(_("牵头单位应当是承办的调委会或者被邀请的单位。"))
    paths = [mediation.place_path, *(area.path for area in areas)]
    joint = JointMediation(
        mediation=mediation, number=next_number(at=at), title=mediation.title, matter=matter, lead=lead,
        place=Place.objects.get(path=common_ancestor(paths)), awaited_ids=sorted(invited), **mediation.bars,
    )  # fmt: skip
    joint.hand_to(organiser(paths, barred=mediation.barred_ids) if areas else mediation.office)
    joint.office_ids = list(dict.fromkeys([*joint.office_ids, mediation.office_id, *joint.awaited_ids]))
    engine.begin(joint, by=by, at=at, note=matter)
    joint.areas.set(areas)
    told = _("发起联合调解 %(number)s") % {"number": joint.number}
    record(mediation, "mediation.joined", told, by=by, at=at, data={"number": joint.number})
    set_colour(mediation, at=at)
    mediation.save(update_fields=["version", "colour", "colour_scheme", "colour_reasons", "leader"])
    return joint


@engine.after("joint", "answer")
def keep_answer(joint, taken):
    """Each body answers once."""
    office = taken.by.acting_post.office
    JointAnswer.objects.create(joint=joint, office=office, stance=taken.given["stance"], text=taken.note, by=taken.by, at=taken.at)
    joint.awaited_ids = [key for key in joint.awaited_ids if key != office.pk]


@engine.after("joint", "invite")
def invite_more(joint, taken):
    """Others are asked, too; who was asked already is not asked again."""
    fresh = [office for office in taken.given["offices"] if office.pk not in joint.office_ids]
    if not fresh:
        raise engine.StepRefused(_("所选单位已经在联合调解之列。"))
    for office in fresh:
        joint.refuse_barred(office)
    joint.awaited_ids = [*joint.awaited_ids, *(office.pk for office in fresh)]
    joint.office_ids = [*joint.office_ids, *(office.pk for office in fresh)]


@engine.after("joint", "change_lead")
def check_lead(joint, taken):
    """Art. 43: whoever organises names the lead among those that take part."""
    if joint.lead_id not in joint.office_ids:
        raise engine.StepRefused(_("请在参加联合调解的单位中指定牵头单位。"))


@engine.after("joint", "conclude")
def keep_result(joint, taken):
    joint.result = taken.note


def begin_when_all_answered(event, case):
    """Listener: when the last body has answered the joint mediation begins."""
    if event.kind != "joint.answer" or case.state != State.INVITING or case.awaited_ids:
        return
    moved = engine.take(case, "begin", by=SYSTEM, at=event.at)
    case.state, case.version = moved.state, moved.version


@engine.after("mediation", "agree", "end", "withdraw", "not_accept")
def end_with_the_mediation(mediation, taken):
    """The dispute is settled, or is not: nobody is waited for any longer."""
    for joint in JointMediation.objects.of(mediation).ongoing().order_by("pk"):
        engine.take(joint, "end", by=SYSTEM, at=taken.at)


def hanging_on(case):
    """The joint mediations of a dispute; no other case has any."""
    return JointMediation.objects.of(case) if isinstance(case, Mediation) else ()


def bodies_of(joint):
    """Every body that takes part, with what it said: (office, its answer or None)."""
    said = {one.office_id: one for one in joint.answers.select_related("by")}
    offices = Office.objects.filter(pk__in=[*joint.awaited_ids, *said]).order_by("place__path", "code")
    return [(office, said.get(office.pk)) for office in offices]


def latest_of(mediation):
    return JointMediation.objects.of(mediation).select_related("office", "lead", "place").first()
