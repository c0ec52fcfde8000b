"""Opens mediations, takes over those handed in, and what else happens when a step is taken."""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from disputes.colours.services import graded, leader_of
from disputes.mediation import terms
from disputes.mediation.enums import AgreementForm, Confirmation, Consent, Kind, Nature, Outcome, SessionState, Side, Source
from disputes.mediation.models import Agent, Agreement, Mediation, OtherWay, Party, Session
from disputes.mediation.rules import lacking
from governance import registry
from governance.access.scope import may
from governance.cases.bars import recusable
from governance.cases.rules import new_query_code, title_of
from governance.cases.services import next_number
from governance.cases.tracking import code_index
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import RESIDENT, SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.privacy.services import open_sealed

COUNTY, TOWNSHIP = 6, 9  # characters of a path
AGREEMENT = ("form", "facts", "points", "responsibilities", "duties", "way", "venue", "perform_by")
SESSION = ("held_at", "venue", "attendance", "course", "result")
RECORD = ("room", "attendees", "rights_told", "applicant_said", "respondent_said", "proposal")  # what a record may say besides
AGENT = {"agent_name": "name", "agent_phone": "phone", "agent_id": "id_number"}
SEALED = ("name", "phone", "id_number", "address", "agent")
SOURCES = {"complaints": Source.HOTLINE, "reports": Source.GRID, "searches": Source.GRID}  # what a case handed over came from


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
    """Register a dispute with its parties; the township's committee holds it. The same `submission` never opens twice: the second
    answer is the first mediation, without its code. `facts`: demand, points, committee, query_code_index."""
    if earlier := submission and Mediation.objects.filter(submission=submission).first():
        return Opened(earlier, "")
    code = new_query_code()
    committee = facts.pop("committee", None) or committee_for(kind, place, barred=facts.get("barred_ids", ()))
    mediation = Mediation(
        place=place, place_path=place.path, kind=kind, description=description, source=source, submission=submission,
        title=title_of(description), contact_phone=phone_of(parties), other_phone=phone_of(parties, Side.RESPONDENT),
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
    set_colour(mediation, at=at, parties=len(parties))
    engine.begin(mediation, by=by, at=at)
    Party.objects.bulk_create(
        Party(mediation=mediation, side=one.side, nature=one.nature, name=one.name, phone=one.phone, **one.more) for one in parties
    )
    return mediation


def phone_of(parties, side=Side.APPLICANT):
    """The number progress is told to: the applicant's; invitations go to the respondent's, too."""
    return next((one.phone for one in parties if one.side == side and one.phone), "")


def counties_of(mediation):
    """The counties the dispute reaches into: its own, and those a joint mediation was opened across."""
    across = mediation.joint_mediations.values_list("areas__path", flat=True) if mediation.pk else ()
    return {(mediation.place_path or mediation.place.path)[:COUNTY], *(path[:COUNTY] for path in across if path)}


def set_colour(mediation, *, at, parties=None):
    """The colour of the matter by the criteria in force, and the office of the level that leads on it. It never falls by itself."""
    facts = {
        "parties": mediation.parties.count() if parties is None else parties,
        "police": int(mediation.police_reported_at is not None),
        "not_held": mediation.sessions.filter(state=SessionState.NOT_HELD).count() if mediation.pk else 0,
        "areas": len(counties_of(mediation)),
    }
    found = graded(at=at, ticked=mediation.colour_ticked, facts=facts)
    if found:
        mediation.colour_scheme, mediation.colour, labels = found
        mediation.colour_reasons = "\n".join(labels)
        mediation.leader = leader_of(mediation.place_path or mediation.place.path, *found[:2], barred=mediation.barred_ids)


def committee_of(place, *, barred=()):
    """The mediation committee of the place's township, or None above it, or where the matter keeps it out: then a centre names one."""
    found = Office.objects.named(OfficeType.COMMITTEE, place.path[:TOWNSHIP]) if len(place.path) >= TOWNSHIP else None
    return None if found and found.pk in barred else found


def committee_for(kind, place, *, barred=()):
    """Who holds a dispute of this kind at first. Art. 39: what an authority mediates waits for a centre to name whose it is."""
    return None if kind == Kind.ADMINISTRATIVE else committee_of(place, barred=barred)


def registered(number):
    """What was registered under a number, for the receipt of whoever registered it."""
    return Mediation.objects.for_detail().filter(number=number).first()


def source_case(mediation, user):
    """The complaint or grid report of this portal that the source's number names, where the person may see it; or None."""
    procedure = next((name for name, source in SOURCES.items() if source == mediation.source), "")
    model = registry.case_models().get(procedure) if mediation.source_ref else None
    case = model._base_manager.select_related("place", "office").filter(number=mediation.source_ref).first() if model else None
    if case is None or not may(user, case.view_capability, case):
        return None
    return {"label": case.flow.label, "number": case.number, "url": case.get_absolute_url()}


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
    parties = [PartyFacts(Side.APPLICANT, applicant_name, applicant_phone)] if applicant_name or applicant_phone else []
    source = SOURCES.get(case.flow.procedure, Source.OTHER)
    facts = {"parties": parties, "source": source, "source_ref": case.number, **facts}
    text = located(description or case.summary or note, getattr(case, "landmark", ""))
    return open_mediation(at=at, by=by, place=case.place, kind=kind, description=text, **facts).mediation


def located(text, landmark):
    """What is told, with the spot before it: a mediation has the village, and no field for the door."""
    return _("%(spot)s：%(summary)s") % {"spot": landmark, "summary": text} if landmark and landmark not in text else text


def opened_agents(party, wanted, **facts):
    """The agents of a party in plain text, each opening recorded; none where the paper does not need them."""
    agents = party.agents.filter(ended_at=None).select_related("party__mediation") if wanted else ()
    return [
        {"agent": agent, "authority": agent.get_authority_display(), "powers": agent.powers}
        | {name: open_sealed(agent, name, **facts) for name in AGENT.values()}
        for agent in agents
    ]


def opened_parties(mediation, fields, *, by, at, purpose, reason=""):
    """The parties with these sealed facts in plain text, each opening recorded; for the committee that holds the case."""
    facts, found = {"by": by, "at": at, "purpose": purpose, "reason": reason}, []
    for party in mediation.parties.select_related("mediation"):
        told = {name: open_sealed(party, name, **facts) if name in fields else "" for name in SEALED}
        agents = opened_agents(party, "agent" in fields, **facts)
        named = [f"{one['name']}（{one['authority']}）" for one in agents]
        told["agent"] = "、".join([*([told["agent"]] if told["agent"] else []), *named])
        found.append({"party": party, "side": party.get_side_display(), "nature": party.get_nature_display(), "agents": agents} | told)
    return found


remindable("mediation")


recusable("mediation")


@engine.after("mediation", "note_consent")
def keep_consent(mediation, taken):
    """§17: each party is asked, and what it says is kept."""
    party = taken.given["whom"]
    party.consent, party.consent_at = taken.given["consent"], taken.at
    party.save(update_fields=["consent", "consent_at"])


@engine.after("mediation", "accept")
def note_acceptance(mediation, taken):
    """§17: nobody is mediated who clearly refuses."""
    if any(party.consent == Consent.REFUSES for party in mediation.parties.all()):
        raise engine.StepRefused(_("有当事人明确拒绝调解，不能受理（人民调解法第十七条）。请办理“不予受理”并告知其他途径。"))
    mediation.accepted_at = taken.at


@engine.after("mediation", "grade")
def note_grade(mediation, taken):
    mediation.colour_ticked = [rule.code for rule in taken.given["criteria"] or ()]
    set_colour(mediation, at=taken.at)


@engine.after("mediation", "schedule")
def arrange(mediation, taken):
    """§22: day, place and room of the next session; the parties are invited (proceedings)."""
    if taken.given["scheduled_for"] <= taken.at:
        raise engine.StepRefused(_("约定时间应当晚于现在，请修改。"))
    facts = {name: taken.given[name] for name in ("scheduled_for", "venue", "room")}
    serial = Session.objects.filter(mediation=mediation).count() + 1
    Session.objects.create(mediation=mediation, serial=serial, state=SessionState.SCHEDULED, mediator=mediation.mediator, **facts)
    note_next_session(mediation)


def latest_session(mediation):
    return mediation.sessions.order_by("-serial").first()


def note_next_session(mediation):
    following = mediation.sessions.scheduled().order_by("scheduled_for").first()
    mediation.next_session_at = following.scheduled_for if following else None


@engine.after("mediation", "note_not_held")
def keep_fallen_through(mediation, taken):
    """Who stayed away is written down; twice makes the matter graver."""
    session = taken.given["session"]
    session.state, session.not_held = SessionState.NOT_HELD, taken.given["not_held"]
    session.save(update_fields=["state", "not_held"])
    note_next_session(mediation)
    set_colour(mediation, at=taken.at)


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
    session = taken.given.get("session") or Session(mediation=mediation)
    session.serial = session.serial or Session.objects.filter(mediation=mediation).count() + 1
    session.state, session.mediator, session.recorder = SessionState.HELD, mediation.mediator, taken.by
    told = {name: taken.given[name] for name in RECORD if name in taken.given}
    for name, value in {**told, **{name: taken.given[name] for name in SESSION}}.items():
        setattr(session, name, value)
    session.save()
    note_next_session(mediation)


@engine.after("mediation", "agree")
def conclude(mediation, taken):
    """§28–29: the agreement; a written one opens the thirty days of §33 for joint application to the court."""
    facts = {name: taken.given[name] for name in AGREEMENT}
    if any(not mediation.on_side(side) for side in (Side.APPLICANT, Side.RESPONDENT)):
        raise engine.StepRefused(_("协议由双方当事人达成，请先用“登记、更正当事人”登记另一方。"))
    if lacking(facts["form"], facts):
        raise engine.StepRefused(_("协议内容不完整，请补充。"))
    if facts["form"] == AgreementForm.WRITTEN and not mediation.sessions.held().exists():
        raise engine.StepRefused(_("请先记录调解情况，再登记书面协议（人民调解法第二十七条）。"))
    Agreement.objects.create(mediation=mediation, made_at=taken.at, **facts)
    mediation.is_written = facts["form"] == AgreementForm.WRITTEN
    if mediation.is_written:
        taken.clocks.start(terms.CONFIRM, at=taken.at)
    _settle(mediation, taken, Outcome.AGREED)


@engine.after("mediation", "end")
def note_end(mediation, taken):
    """§26: the other ways that were told are kept as they were told."""
    ways = taken.given.get("ways") or OtherWay.objects.fitting(mediation.kind)
    mediation.ways_told = "\n".join(f"{way.label}：{way.text}" for way in ways)
    _settle(mediation, taken, Outcome.ENDED)


@engine.after("mediation", "not_accept")
def note_right_way(mediation, taken):
    mediation.ways_told = taken.note


def _settle(mediation, taken, outcome):
    mediation.outcome, mediation.settled_at, mediation.next_session_at = outcome, taken.at, None
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


@engine.unless("mediation", "file")
def awaits_ruling(mediation):
    """§33: what the court says belongs into the file, and nothing can be written down any more once it is closed."""
    return _("已申请司法确认，请先登记法院的结果，再归档。") if mediation.confirmation == Confirmation.ASKED else ""


@engine.after("mediation", "confirm_waived")
def stay_away_from_court(mediation, taken):
    mediation.confirmation = Confirmation.WAIVED


@engine.after("mediation", "enter_party")
def write_party(mediation, taken):
    """A new party, or what was mistaken about one: an empty answer leaves what is known."""
    given = taken.given
    party = given["party"] or Party(mediation=mediation)
    party.side, party.nature = given["side"] or party.side, given["nature"] or party.nature
    typed = {name: given.get(f"party_{name}", given.get(name)) for name in SEALED}
    for name, value in typed.items():
        if value:
            setattr(party, name, value)
    if not party.name:
        raise engine.StepRefused(_("请填写当事人的姓名或者名称。"))
    party.save()
    if party.phone:
        name = "contact_phone" if party.side == Side.APPLICANT else "other_phone"
        setattr(mediation, name, party.phone)
    set_colour(mediation, at=taken.at)


@engine.after("mediation", "add_agent")
def write_agent(mediation, taken):
    """What special powers cover is named (民事诉讼法 §62)."""
    sealed = {column: taken.given[name] or "" for name, column in AGENT.items()}
    facts = {"authority": taken.given["authority"], "powers": taken.given["powers"] or ""}
    if facts["authority"] == "special" and not facts["powers"]:
        raise engine.StepRefused(_("特别授权的，请写明授权事项。"))
    Agent.objects.create(party=taken.given["whom"], since=taken.at, **facts, **sealed)


@engine.after("mediation", "end_agent")
def dismiss_agent(mediation, taken):
    Agent.objects.filter(pk=taken.given["agent_row"].pk).update(ended_at=taken.at)


@engine.after("mediation", "report_to_police")
def note_report(mediation, taken):
    """§25: what may turn violent is grave at once."""
    mediation.police_reported_at = mediation.police_reported_at or taken.at
    set_colour(mediation, at=taken.at)


@engine.after("mediation", "take_over")
def release_mediator(mediation, taken):
    """The new committee names its own."""
    mediation.mediator = None


@engine.after("mediation", "reassign", "take_over")
def move_clocks(mediation, taken):
    """Who holds the case answers for its clocks."""
    Deadline.objects.of(mediation).still_open().update(office_id=mediation.office_id)


def invite_other_side(event, case):
    """Listener: a session was agreed on, and the respondent is told by a message of its own."""
    if event.kind == "mediation.schedule" and case.other_phone:
        case.version = engine.take(case, "invite_other_side", by=SYSTEM, at=event.at).version


def note_lapse(event, case):
    """Listener: a limit that passed counts in the figures at once, whether or not the mediation is ever concluded."""
    if event.kind == "deadline.lapsed" and isinstance(case, Mediation) and event.data["term"] == terms.LIMIT.name:
        Mediation.objects.filter(pk=case.pk).update(limit_kept=False)
        case.limit_kept = False
