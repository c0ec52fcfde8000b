"""Keeps the register of committees, mediators and studios; and whom the parties of a dispute may choose, and chose (人民调解法 §19)."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.mediation.enums import Outcome, Side
from disputes.mediation.models import Mediation
from disputes.mediation.permissions import VIEW as SEE_MEDIATIONS
from disputes.mediators import rules, terms
from disputes.mediators.enums import CommitteeKind, StudioState, Way
from disputes.mediators.models import ChoiceInvitation, Committee, Mediator, MediatorChoice, Studio
from governance.calendar.services import current_calendar
from governance.calendar.workdays import Unit, due, last_day
from governance.cases.rules import new_query_code
from governance.cases.services import next_number
from governance.cases.tracking import code_index
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.timeline.record import PERSON, record

JUSTICE = "justice"  # the trade of the bureau that looks after committees
SIDES = (Side.APPLICANT, Side.RESPONDENT)
NONE = {"open": 0, "closed": 0, "settled": 0, "in_time": 0, "timed": 0}
PERSON_FACTS = ("employment", "background", "qualification", "work_phone", "account")


class ChoiceRefused(ValueError):
    """Why a mediator cannot be chosen; the sentence is shown to the person."""


@dataclass(frozen=True)
class Invited:
    """An invitation and the code that is shown this once."""

    invitation: ChoiceInvitation
    code: str


def register(*, by, at, place, kind, title, trade="", submission=None, **facts):
    """Enter a committee at its place. The same `submission` never enters twice. `facts`: venue, room, hours, phone, seats, founded_on,
    term_from, term_until. Refused where the place has one already, or does not fit the kind."""
    if earlier := submission and Committee.objects.filter(submission=submission).first():
        return earlier
    if not rules.level_fits(kind, place.level):
        raise engine.StepRefused(
            _("所选地点与调委会类型不符：村（社区）、乡镇（街道）调委会选到本级，行业性、专业性调委会选到旗县区或者全市。")
        )
    committee = Committee(place=place, place_path=place.path, kind=kind, trade=trade, title=title, submission=submission, **facts)
    try:
        with transaction.atomic():
            committee.hand_to(office_of(place, kind, trade, title))
            committee.office_ids = [*committee.office_ids, *justice_over(place)]
            committee.number = next_number(at=at)
            return engine.begin(committee, by=by, at=at)
    except IntegrityError as refused:
        raise engine.StepRefused(_("该地点已登记同类调委会，请在名册中查找。")) from refused


def office_of(place, kind, trade, title):
    """The committee as an office: the one the place has already, or a new one, so that its mediators can be given posts."""
    held = f"mediation-{trade}" if trade else "mediation"
    known = Office.objects.in_use().filter(type=OfficeType.COMMITTEE, place=place)
    of_place = Q(trade__in=["", "mediation"])
    found = known.filter(Q(trade=held) if kind == CommitteeKind.TRADE else of_place).first()
    return found or Office.objects.create(
        code=f"committee-{place.code}-{trade}" if trade else f"committee-{place.code}", name=title, short_name=title, place=place,
        kind=OfficeKind.DEPARTMENTAL, type=OfficeType.COMMITTEE, trade=held,
    )  # fmt: skip


def justice_over(place):
    """The keys of the justice bureaus of the place and above it."""
    bureaus = Office.objects.in_use().filter(type=OfficeType.BUREAU, trade=JUSTICE, place__path__in=ancestors(place.path))
    return list(bureaus.order_by("place__path").values_list("pk", flat=True))


def is_justice(user):
    """Whether the person acts for a justice bureau."""
    post = user.acting_post
    return bool(post) and post.office.type == OfficeType.BUREAU and post.office.trade == JUSTICE


def longest_term(begins, *, code=terms.TERM.limit, at):
    """The last day of a term that begins on a day, by the limit in force."""
    limit = Limit.objects.current([code], at=at)[code]
    start = terms.end_of(begins - timedelta(days=1))
    return last_day(due(start, amount=limit.amount, unit=Unit(limit.unit), rolls=False, calendar=current_calendar()).at)


@engine.after("mediators", "appoint")
def appoint(committee, taken):
    """Art. 41: engage a mediator; the next end of a term is reminded of."""
    given = taken.given
    facts = {name: given[name] for name in PERSON_FACTS}
    if committee.people.staying().filter(name=given["person_name"]).exists():
        raise engine.StepRefused(_("本调委会已有同名的在聘调解员，请改用“更正调解员信息”或者“续聘”。"))
    Mediator.objects.create(
        committee=committee, name=given["person_name"], kinds=given["specialities"], since=given["since"], until=given["until"], **facts
    )
    remind(committee, taken)


@engine.after("mediators", "correct_mediator")
def correct(committee, taken):
    """What was mistaken about one: an empty answer leaves what is known."""
    row = one_of(committee, taken)
    told = {name: taken.given[name] for name in PERSON_FACTS} | {"kinds": taken.given["specialities"]}
    for name, value in told.items():
        if value:
            setattr(row, name, value)
    row.save()


@engine.after("mediators", "prolong")
def prolong(committee, taken):
    row = one_of(committee, taken)
    if taken.given["until"] <= row.until:
        raise engine.StepRefused(_("续聘后的聘期应晚于原聘期，请修改。"))
    row.until = taken.given["until"]
    row.save(update_fields=["until"])
    remind(committee, taken)


@engine.after("mediators", "dismiss")
def dismiss(committee, taken):
    """What runs before this mediator goes on; the committee names another there."""
    row = one_of(committee, taken)
    row.left_on, row.left_why = taken.given["left_on"], taken.note[:200]
    row.save(update_fields=["left_on", "left_why"])
    row.studios.filter(state__in=[StudioState.PROPOSED, StudioState.APPROVED]).update(
        state=StudioState.CLOSED, decided_at=taken.at, closed_at=taken.at, note=_("负责人离任")
    )
    remind(committee, taken)


def one_of(committee, taken):
    """The mediator the step speaks of, locked; refused for one of another committee, or who left."""
    row = committee.people.staying().select_for_update(of=("self",)).filter(pk=taken.given["mediator"].pk).first()
    if row is None:
        raise engine.StepRefused(_("该调解员不在本调委会，或者已经离任。"))
    return row


def remind(committee, taken):
    """The clock of the next term that ends, or none where nobody is engaged."""
    taken.clocks.drop(terms.MEMBER)
    if committee.people.staying().exists():
        taken.clocks.start(terms.MEMBER, at=taken.at)


@engine.after("mediators", "restore")
def remind_again(committee, taken):
    remind(committee, taken)


@engine.after("mediators", "propose_studio")
def propose_studio(committee, taken):
    given = taken.given
    if not committee.people.staying().filter(pk=given["leader"].pk).exists():
        raise engine.StepRefused(_("负责人应是本调委会在聘的调解员。"))
    Studio.objects.create(
        committee=committee, leader=given["leader"], name=given["studio_name"], kinds=given["specialities"], venue=given["studio_venue"],
        phone=given["studio_phone"], proposed_at=taken.at,
    )  # fmt: skip


@engine.after("mediators", "approve_studio", "refuse_studio")
def decide_studio(committee, taken):
    """Approved it is public at once."""
    state = StudioState.APPROVED if taken.step.name == "approve_studio" else StudioState.REFUSED
    rows = committee.studios.waiting().filter(pk=taken.given["studio"].pk)
    if not rows.update(state=state, decided_at=taken.at, note=taken.note[:200]):
        raise engine.StepRefused(_("该工作室已经处理过。"))


@engine.after("mediators", "close_studio")
def close_studio(committee, taken):
    rows = committee.studios.running().filter(pk=taken.given["open_studio"].pk)
    if not rows.update(state=StudioState.CLOSED, closed_at=taken.at, note=taken.note[:200]):
        raise engine.StepRefused(_("该工作室已经停办。"))


def choosable(place, kind, *, day, barred=(), barred_people=()):
    """The mediators a dispute of the kind at the place may be given to: of the committees of the place and above, and of its trade.

    `barred` are offices and `barred_people` accounts the matter keeps out.
    """
    committees = Committee.objects.serving(place).for_kind(kind).exclude(office__in=barred)
    rows = Mediator.objects.serving(day).of_kind(kind).filter(committee__in=committees)
    rows = rows.exclude(account__in=list(barred_people)) if barred_people else rows
    return rows.select_related("committee__place").order_by("-committee__place_path", "committee_id", "name")


def choosable_for(mediation, *, day):
    """The same for a dispute as it stands."""
    return choosable(mediation.place, mediation.kind, day=day, barred=mediation.barred_ids, barred_people=mediation.barred_people)


def may_choose(mediation):
    """Until the committee has named somebody, or the matter has ended."""
    return mediation.mediator_id is None and mediation.closed_at is None and not mediation.outcome


def choices_of(mediation):
    """{side: its choice}, with the mediator and the committee."""
    return {
        one.side: one
        for one in MediatorChoice.objects.filter(mediation=mediation).select_related("mediator__committee__office", "mediator__account")
    }


def agreed(mediation):
    """The mediator both sides named, or None: whom the committee offers first."""
    found = choices_of(mediation)
    key = rules.agreed({side: one.mediator_id for side, one in found.items()})
    return next((one.mediator for one in found.values() if one.mediator_id == key), None)


def agreed_account(mediation):
    """The key of the account of whom both sides named, where that is somebody of the committee that holds the dispute; else None."""
    named = agreed(mediation)
    return named.account_id if named and named.committee.office_id == mediation.office_id else None


@transaction.atomic
def choose(mediation, side, mediator, *, at, by=None):
    """One side names a mediator, on the web or, taken down `by` the committee, at the counter. Its last word counts."""
    mediation = engine.lock(mediation)
    if not may_choose(mediation):
        raise ChoiceRefused(_("调解员已经确定，或者事项已经办结，不能再选。需要更换的，请向调解委员会提出。"))
    if not choosable_for(mediation, day=timezone.localdate(at)).filter(pk=mediator.pk).exists():
        raise ChoiceRefused(_("这位调解员现在不能选，请重新选择。"))
    facts = {"mediator": mediator, "way": Way.COUNTER if by else Way.WEB, "by": by, "at": at}
    chosen, _is_new = MediatorChoice.objects.update_or_create(mediation=mediation, side=side, defaults=facts)
    note, label = f"{Side(side).label}：{mediator.name}（{mediator.committee.title}）", _("当事人选择调解员")
    record(mediation, "mediation.choose_mediator", label, by=by, actor=PERSON, at=at, note=note, data={"side": str(side)})
    mediation.save(update_fields=["version"])
    return chosen


@transaction.atomic
def invite(mediation, *, by, at):
    """A number and a code for the other side; issued again, the number stays and the old code is void."""
    mediation = engine.lock(mediation)
    if not may_choose(mediation):
        raise ChoiceRefused(_("调解员已经确定，或者事项已经办结，不需要再选。"))
    code = new_query_code()
    known = ChoiceInvitation.objects.filter(mediation=mediation).first()
    facts = {"query_code_index": code_index(code), "by": by, "at": at, "number": known.number if known else next_number(at=at)}
    invitation, _is_new = ChoiceInvitation.objects.update_or_create(mediation=mediation, defaults=facts)
    record(mediation, "mediation.invite_choice", _("向被申请人发出选择调解员邀请"), by=by, at=at)
    mediation.save(update_fields=["version"])
    return Invited(invitation, code)


def invited(number):
    """The invitation of a number. Ask for the person's pass first (`passes.holds`)."""
    return ChoiceInvitation.objects.for_detail().filter(number=number).first()


def workload(user, *, since, until):
    """[{name, has_account, open, closed, settled, in_time, timed}] of each mediator of the office acted for: what is on the table now, and
    what came of the disputes that ended in the span. For arranging work; nobody is ranked."""
    office = user.acting_post.office_id
    rows = Mediation.objects.visible_to(user, SEE_MEDIATIONS).filter(office=office, mediator__isnull=False)
    ended = Q(settled_at__gte=since, settled_at__lt=until)
    counted = rows.order_by().values("mediator_id", "mediator__name").annotate(
        open=Count("pk", filter=Q(outcome="", closed_at=None)),
        closed=Count("pk", filter=ended),
        settled=Count("pk", filter=ended & Q(outcome=Outcome.AGREED)),
        in_time=Count("pk", filter=ended & Q(limit_kept=True)),
        timed=Count("pk", filter=ended & Q(limit_kept__isnull=False)),
    )  # fmt: skip
    known = {row["mediator_id"]: row for row in counted}
    people = Mediator.objects.staying().filter(committee__office=office, committee__state="in_force").order_by("name")
    named = [known.pop(one.account_id, NONE) | {"name": one.name, "has_account": bool(one.account_id)} for one in people]
    return [*named, *({**row, "name": row["mediator__name"], "has_account": True} for row in known.values())]


@transaction.atomic
def take_in(rows, *, by, at):
    """Take in the mediators of a sheet, all of them or none: who is engaged already is corrected and prolonged. Returns (new, known).

    `rows` are mappings: committee, person_name, the facts of a person, specialities, since, until, note. Raises `StepRefused`.
    """
    fresh = known = 0
    for row in rows:
        committee, facts = row["committee"], {name: value for name, value in row.items() if name not in {"committee", "note"}}
        person = committee.people.staying().filter(name=facts["person_name"]).first()
        if person is None:
            engine.take(committee, "appoint", by=by, at=at, note=row["note"], **{**facts, "account": None})
            fresh += 1
            continue
        told = {name: facts[name] for name in (*PERSON_FACTS[:-1], "specialities")}
        engine.take(committee, "correct_mediator", by=by, at=at, mediator=person, account=person.account, **told)
        if facts["until"] > person.until:
            engine.take(committee, "prolong", by=by, at=at, mediator=person, until=facts["until"])
        known += 1
    return fresh, known
