"""Opens mediations, takes over those handed in, and what else happens when a step is taken."""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from disputes.mediation import terms
from disputes.mediation.enums import AgreementForm, Confirmation, Kind, Nature, Outcome, Side, Source
from disputes.mediation.models import Agreement, Mediation, Party, Session
from disputes.mediation.rules import lacking
from governance.cases.bars import recusable
from governance.cases.rules import new_query_code, title_of
from governance.cases.services import next_number
from governance.cases.tracking import code_index
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import RESIDENT
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.privacy.services import open_sealed

COUNTY, TOWNSHIP = 6, 9  # characters of a path
AGREEMENT = ("form", "facts", "points", "responsibilities", "duties", "way", "venue", "perform_by")
SESSION = ("held_at", "venue", "attendance", "course", "result")
SEALED = ("name", "phone", "id_number", "address", "agent")
SOURCES = {"complaints": Source.HOTLINE, "reports": Source.GRID}  # what a case handed over came from


@dataclass
class Opened:
    """An opened mediation and the query code that is shown this once."""

    mediation: Mediation
    query_code: str


@dataclass
class PartyFacts:
    """A party as told at the counter or on the web; a sealed fact may be handed on without being opened."""

    side: str
    name: object
    phone: object = ""
    nature: str = Nature.PERSON
    more: dict = field(default_factory=dict)


def open_mediation(*, at, by=RESIDENT, place, kind, description, parties, source=Source.WEB, submission=None, **facts):
    """Register a dispute with its parties; the committee of the township holds it. The same `submission` never opens twice: the second
    answer is the first mediation, without its code. `facts`: demand, points, committee, query_code_index."""
    if earlier := submission and Mediation.objects.filter(submission=submission).first():
        return Opened(earlier, "")
    code = new_query_code()
    committee = facts.pop("committee", None) or committee_of(place, barred=facts.get("barred_ids", ()))
    mediation = Mediation(
        place=place, place_path=place.path, kind=kind, description=description, source=source, submission=submission,
        title=title_of(description), contact_phone=phone_of(parties),
        query_code_index=facts.pop("query_code_index", "") or code_index(code), **facts,
    )  # fmt: skip
    mediation.received_by = by.acting_post.office if by is not RESIDENT and by.acting_post else committee
    try:
        return Opened(_register(mediation, parties, committee, by=by, at=at), code)
    except IntegrityError:  # the same form at the same moment
        earlier = submission and Mediation.objects.filter(submission=submission).first()
        if not earlier:
            raise
        return Opened(earlier, "")


@transaction.atomic
def _register(mediation, parties, committee, *, by, at):
    if committee:
        mediation.hand_to(committee)
    mediation.number = next_number(at=at)
    engine.begin(mediation, by=by, at=at)
    Party.objects.bulk_create(
        Party(mediation=mediation, side=one.side, nature=one.nature, name=one.name, phone=one.phone, **one.more) for one in parties
    )
    return mediation


def phone_of(parties):
    """The number progress is told to: the applicant's."""
    return next((one.phone for one in parties if one.side == Side.APPLICANT and one.phone), "")


def committee_of(place, *, barred=()):
    """The mediation committee of the place's township, or None above it, or where the matter keeps it out: then a centre names one."""
    found = Office.objects.named(OfficeType.COMMITTEE, place.path[:TOWNSHIP]) if len(place.path) >= TOWNSHIP else None
    return None if found and found.pk in barred else found


def registered(number):
    """What was registered under a number, for the receipt of whoever registered it."""
    return Mediation.objects.for_detail().filter(number=number).first()


def committees_near(place, *, barred=()):
    """The mediation committees of the place's county, but for those the matter keeps out."""
    near = Office.objects.in_use().filter(type=OfficeType.COMMITTEE, place__path__startswith=place.path[:COUNTY])
    return near.exclude(pk__in=barred)


def intake(case, *, by, at, note, kind=Kind.GENERAL, description="", applicant_name="", applicant_phone="", **facts):
    """A case of another procedure becomes a mediation at its place. The same query code opens both, where it is handed on.

    Refused where it keeps every committee of the county out: nobody could take it up.
    """
    barred = facts.get("barred_ids", ())
    if barred and not committees_near(case.place, barred=barred).exists():
        raise engine.StepRefused(_("当地的调解委员会都在被反映单位领导之下，不能调解，请按原渠道办理。"))
    parties = [PartyFacts(Side.APPLICANT, applicant_name, applicant_phone)] if applicant_name else []
    opened = open_mediation(
        at=at, by=by, place=case.place, kind=kind, parties=parties, description=description or case.summary or note,
        source=SOURCES.get(case.flow.procedure, Source.OTHER), **facts,
    )  # fmt: skip
    return opened.mediation


def opened_parties(mediation, fields, *, by, at, purpose, reason=""):
    """The parties with these sealed facts in plain text, each opening recorded; for the committee that holds the case."""
    facts = {"by": by, "at": at, "purpose": purpose, "reason": reason}
    return [
        {"party": party, "side": party.get_side_display(), "nature": party.get_nature_display()}
        | {name: open_sealed(party, name, **facts) if name in fields else "" for name in SEALED}
        for party in mediation.parties.select_related("mediation")
    ]


remindable("mediation")


recusable("mediation")


@engine.after("mediation", "accept")
def note_acceptance(mediation, taken):
    mediation.accepted_at = taken.at


@engine.after("mediation", "assign", "replace")
def check_declaration(mediation, taken):
    """A mediator who has an interest in the matter does not mediate it; the declaration stands in the event."""
    if not taken.given["no_conflict"]:
        raise engine.StepRefused(_("调解员与当事人有利害关系的，请另行指派。"))


@engine.after("mediation", "hold_session")
def keep_record(mediation, taken):
    """§27: each session leaves its record."""
    if taken.given["held_at"] > taken.at:
        raise engine.StepRefused(_("调解时间不能晚于现在，请修改。"))
    serial = Session.objects.filter(mediation=mediation).count() + 1
    facts = {name: taken.given[name] for name in SESSION}
    Session.objects.create(mediation=mediation, serial=serial, mediator=mediation.mediator, recorder=taken.by, **facts)


@engine.after("mediation", "agree")
def conclude(mediation, taken):
    """§28–29: the agreement; a written one opens the thirty days of §33 for joint application to the court."""
    facts = {name: taken.given[name] for name in AGREEMENT}
    if any(not mediation.on_side(side) for side in (Side.APPLICANT, Side.RESPONDENT)):
        raise engine.StepRefused(_("协议由双方当事人达成，请先用“登记、更正当事人”登记另一方。"))
    if lacking(facts["form"], facts):
        raise engine.StepRefused(_("协议内容不完整，请补充。"))
    if facts["form"] == AgreementForm.WRITTEN and not Session.objects.filter(mediation=mediation).exists():
        raise engine.StepRefused(_("请先记录调解情况，再登记书面协议（人民调解法第二十七条）。"))
    Agreement.objects.create(mediation=mediation, made_at=taken.at, **facts)
    mediation.is_written = facts["form"] == AgreementForm.WRITTEN
    if mediation.is_written:
        taken.clocks.start(terms.CONFIRM, at=taken.at)
    _settle(mediation, taken, Outcome.AGREED)


@engine.after("mediation", "end")
def note_end(mediation, taken):
    _settle(mediation, taken, Outcome.ENDED)


def _settle(mediation, taken, outcome):
    mediation.outcome, mediation.settled_at = outcome, taken.at
    mediation.limit_kept = mediation.limit_kept is not False and taken.clocks.met[terms.LIMIT.name].was_kept


@engine.after("mediation", "extend")
def lengthen(mediation, taken):
    """More time where the limit's row allows it and both parties want it."""
    taken.clocks.extend(terms.LIMIT, amount=taken.given["amount"], reason=taken.note, by=taken.by, at=taken.at)


@engine.after("mediation", "perform", "note_unperformed")
def note_performance(mediation, taken):
    mediation.performed = taken.step.name == "perform"


@engine.after("mediation", "confirm_asked")
def go_to_court(mediation, taken):
    """§33: jointly, within thirty days of the agreement's taking effect."""
    met = taken.clocks.met.get(terms.CONFIRM.name)
    if met is None or met.lapsed_at:
        raise engine.StepRefused(_("协议生效已超过三十日，不能再申请司法确认。"))
    mediation.confirmation = Confirmation.ASKED


@engine.after("mediation", "confirm_waived")
def stay_away_from_court(mediation, taken):
    mediation.confirmation = Confirmation.WAIVED


@engine.after("mediation", "enter_party")
def write_party(mediation, taken):
    """A new party, or what was mistaken about one: an empty answer leaves what is known."""
    given = taken.given
    party = given["party"] or Party(mediation=mediation)
    party.side, party.nature = given["side"], given["nature"]
    typed = {name: given.get(f"party_{name}", given.get(name)) for name in SEALED}
    for name, value in typed.items():
        if value:
            setattr(party, name, value)
    if not party.name:
        raise engine.StepRefused(_("请填写当事人的姓名或者名称。"))
    party.save()
    if party.side == Side.APPLICANT and party.phone:
        mediation.contact_phone = party.phone


@engine.after("mediation", "report_to_police")
def note_report(mediation, taken):
    mediation.police_reported_at = mediation.police_reported_at or taken.at


@engine.after("mediation", "take_over")
def release_mediator(mediation, taken):
    """The new committee names its own."""
    mediation.mediator = None


@engine.after("mediation", "reassign", "take_over")
def move_clocks(mediation, taken):
    """Who holds the case answers for its clocks."""
    Deadline.objects.of(mediation).still_open().update(office_id=mediation.office_id)


def note_lapse(event, case):
    """Listener: a limit that passed counts in the figures at once, whether or not the mediation is ever concluded."""
    if event.kind == "deadline.lapsed" and isinstance(case, Mediation) and event.data["term"] == terms.LIMIT.name:
        Mediation.objects.filter(pk=case.pk).update(limit_kept=False)
        case.limit_kept = False
