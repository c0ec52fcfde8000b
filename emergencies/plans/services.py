"""Takes plans in, finds who reviews them and who has none, and what else happens when a step is taken."""

from django.db import transaction
from django.utils.translation import gettext as _

from emergencies.plans import terms
from emergencies.plans.models import CITY_TIME, ONE_DAY, Plan
from emergencies.plans.rules import is_in_time, next_edition, reviewers_of
from emergencies.venues.models import Venue
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.cases.services import next_number
from governance.deadlines.models import Limit
from governance.files.enums import AttachmentKind
from governance.files.services import keep
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import CODE_LENGTH
from governance.privacy.services import open_sealed
from governance.web.casework.creating import submitted_before

TOWNSHIP = 9  # characters of a path
OWING = (OfficeType.GOVERNMENT, OfficeType.TOWNSHIP, OfficeType.BUREAU)  # 条例第三十一条: 各级人民政府及相关部门
EMERGENCY = "emergency"  # the trade of the bureau that reviews the plans of offices

remindable("plans")


def submit(*, at, by, owner, kind, title, document, venue=None, previous=None, drawing=None, contact_lines="", submission=None, **facts):
    """Hand a plan in to who reviews it. The same `submission` never submits twice. `facts`: scenarios, commander, deputies, duty_phone,
    resources. Raises `StepRefused` where an edition is on the way already, or nobody can review it."""
    if earlier := submitted_before(Plan, submission):
        return earlier
    reviewer = venue.office if venue else reviewing_office(owner)
    if reviewer is None:
        raise engine.StepRefused(_("还没有可以审查的单位，请联系管理员。"))
    with transaction.atomic():
        _refuse_double(owner, kind, title, previous)
        place = venue.place if venue else owner.place
        plan = Plan(
            number=next_number(at=at), title=title, place=place, owner=owner, venue=venue, kind=kind, previous=previous,
            edition=next_edition([previous.edition] if previous else []), keeper_ids=keepers_of(owner, venue, by),
            reviewer_ids=[reviewer.pk], submission=submission, **facts,
        )  # fmt: skip
        keep_contacts(plan, contact_lines, earlier=previous)
        plan.office_ids = list(plan.keeper_ids)
        plan.hand_to(reviewer)
        engine.begin(plan, by=by, at=at)
        keep_files(plan, document, drawing, by=by, at=at)
        plan.save(update_fields=["document", "drawing"])
    return plan


def _refuse_double(owner, kind, title, previous):
    """One edition of a plan at a time: in force only what the new one replaces, and none on the way besides."""
    same = Plan.objects.filter(owner=owner, kind=kind, title=title)
    if other := edition_on_the_way(owner, kind, title):
        raise engine.StepRefused(_("同名预案 %(number)s 正在办理，请先办完或者撤回。") % {"number": other.number})
    if other := same.in_force().exclude(pk=previous.pk if previous else None).first():
        raise engine.StepRefused(_("同名预案 %(number)s 正在施行，请在该预案页面修订。") % {"number": other.number})


def edition_on_the_way(owner, kind, title):
    """The edition of that plan that is neither in force nor over, or None."""
    return Plan.objects.on_the_way().filter(owner=owner, kind=kind, title=title).first()


def keepers_of(owner, venue, by):
    """Keys of the offices that write the plan: the owner; for a site its township, which may do it for the site; for a government the
    bureau that drafts it."""
    if venue is None:
        return list(dict.fromkeys([owner.pk, by.acting_post.office_id]))
    township = Office.objects.named(OfficeType.TOWNSHIP, venue.place_path[:TOWNSHIP])
    return [owner.pk, *([township.pk] if township else [])]


def owners_for(office):
    """The offices whose plan somebody of this office writes: its own, and for the bureau for emergencies that of its government."""
    if office.type != OfficeType.BUREAU or office.trade != EMERGENCY:
        return [office]
    government = Office.objects.named(OfficeType.GOVERNMENT, office.place.path)
    return [office, *([government] if government else [])]


def reviewing_office(owner):
    """Who reviews the plan of an office, or None."""
    for kind, trade, level in reviewers_of(level=owner.place.level, own_type=owner.type, own_trade=owner.trade):
        path = owner.place.path[: CODE_LENGTH[level]]
        found = Office.objects.in_use().filter(type=kind, trade=trade, place__path=path).exclude(pk=owner.pk).first()
        if found:
            return found
    return None


def keep_contacts(plan, lines, *, earlier):
    """Names with private telephones: sealed, and how many there are. Left empty, those of the `earlier` edition or try stay."""
    if lines:
        plan.contacts, plan.contact_count = lines, len([line for line in lines.splitlines() if line.strip()])
    elif earlier:
        plan.contacts, plan.contact_count = earlier.contacts, earlier.contact_count


def opened_contacts(plan, *, by, purpose, reason="", at):
    """The lines of the contacts; the opening is recorded."""
    return open_sealed(plan, "contacts", by=by, purpose=purpose, reason=reason, at=at).splitlines()


def keep_files(plan, document, drawing, *, by, at):
    if document:
        plan.document = keep(document, plan, by=by, at=at, kind=AttachmentKind.DOCUMENT)
    if drawing:
        plan.drawing = keep(drawing, plan, by=by, at=at)


def latest_review(*, at):
    """The last day on which a plan issued or assessed now may be assessed again, by the limit in force."""
    limit = Limit.objects.current([terms.REASSESS.limit], at=at)[terms.REASSESS.limit]
    ends = due(at, amount=limit.amount, unit=limit.unit, rolls=False, calendar=current_calendar()).at
    return (ends.astimezone(CITY_TIME) - ONE_DAY).date()


@engine.after("plans", "review", "return")
def hand_back(plan, taken):
    """Reviewed, it lies with its keeper again."""
    plan.hand_to(plan.owner)
    if taken.step.name == "review":
        taken.clocks.start(terms.ISSUE, at=taken.at)


@engine.after("plans", "resubmit")
def hand_in_again(plan, taken):
    """To whoever reviews it now: the supervisor of the venue may be another one by then."""
    reviewer = plan.venue.office if plan.venue_id else reviewing_office(plan.owner)
    if reviewer is None:
        raise engine.StepRefused(_("还没有可以审查的单位，请联系管理员。"))
    keep_contacts(plan, taken.given["contact_lines"], earlier=plan)
    keep_files(plan, taken.given["document_file"], taken.given["drawing_file"], by=taken.by, at=taken.at)
    plan.reviewer_ids = list(dict.fromkeys([*plan.reviewer_ids, reviewer.pk]))
    plan.hand_to(reviewer)
    taken.clocks.start(terms.REVIEW, at=taken.at)


@engine.after("plans", "update_people")
def renew_contacts(plan, taken):
    keep_contacts(plan, taken.given["contact_lines"], earlier=plan)


@engine.after("plans", "put_in_force")
def replace_earlier(plan, taken):
    """The new edition holds, the one before no longer; the venue's register says so."""
    if not is_in_time(plan.review_on, issued_on=plan.issued_on, latest=latest_review(at=taken.at)):
        raise engine.StepRefused(_("下次评估日期须在签发之后，并且不超过规定的最长期限。"))
    plan.in_force_at = taken.at
    replaced = Plan.objects.in_force().filter(owner=plan.owner_id, kind=plan.kind, title=plan.title).exclude(pk=plan.pk)
    if plan.previous_id:
        replaced = replaced | Plan.objects.in_force().filter(pk=plan.previous_id)
    for earlier in replaced:
        engine.take(earlier, "supersede", by=SYSTEM, at=taken.at, note=plan.number)
    if plan.venue_id:
        Venue.objects.filter(pk=plan.venue_id).update(plan_on=plan.issued_on, plan_filed_at=taken.at, plan=plan.document_id)


@engine.after("plans", "reassess")
def check_next_review(plan, taken):
    if not is_in_time(plan.review_on, issued_on=plan.issued_on, latest=latest_review(at=taken.at)):
        raise engine.StepRefused(_("下次评估日期不能超过规定的最长期限。"))


@engine.after("plans", "repeal")
def forget_at_venue(plan, taken):
    """Without another plan in force the venue has none any more."""
    if plan.venue_id is None:
        return
    other = Plan.objects.in_force().filter(venue=plan.venue_id).exclude(pk=plan.pk).order_by("-in_force_at").first()
    facts = {"plan_on": other.issued_on, "plan_filed_at": other.in_force_at, "plan": other.document_id} if other else {}
    Venue.objects.filter(pk=plan.venue_id).update(**(facts or {"plan_on": None, "plan_filed_at": None, "plan": None}))


@engine.after("venues", "close")
def end_plans(venue, taken):
    """A venue that closed needs no plan."""
    for plan in Plan.objects.ongoing().filter(venue=venue):
        engine.take(plan, "end_with_venue", by=SYSTEM, at=taken.at, note=taken.note)
    venue.plan_on, venue.plan_filed_at, venue.plan = None, None, None


def venues_without(user, capability):
    """The registered venues within reach that have no plan in force."""
    return Venue.objects.visible_to(user, capability).confirmed().without_plan()


def offices_without(office):
    """The offices an office watches over that have no plan in force: those of its area for a territorial one and for the bureau for
    emergencies, else itself alone."""
    rows = Office.objects.in_use().filter(type__in=OWING)
    if office.is_territorial or (office.type == OfficeType.BUREAU and office.trade == EMERGENCY):
        rows = rows.filter(place__path__startswith=office.place.path)
    else:
        rows = rows.filter(pk=office.pk)
    having = Plan.objects.in_force().of_offices().values("owner")
    return rows.exclude(pk__in=having).select_related("place").order_by("place__path", "type", "code")


def on_the_way(owners):
    """{(office, venue): the number of its plan on the way}; None stands for the venue of an office's own plan."""
    rows = Plan.objects.on_the_way().filter(owner__in=owners).order_by("opened_at")
    return {(owner, venue): number for owner, venue, number in rows.values_list("owner", "venue", "number")}
