"""Registers hazards from wherever they come, and what else happens when a step is taken."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.hazards import terms
from emergencies.hazards.data.routing import bureau_for, office_above, supervising_office
from emergencies.hazards.enums import Grade, Reward, Source, State
from emergencies.hazards.models import Hazard, RemovalPlan, RewardStandard, Sector, Stage
from emergencies.hazards.rules import kept_so_far, sector_of, within
from governance.cases.forgetting import forget
from governance.cases.rules import title_of
from governance.cases.services import hand_over, next_number
from governance.deadlines.models import Deadline, Extension
from governance.files.enums import AttachmentKind
from governance.files.services import keep
from governance.flow import engine
from governance.flow.extensions import extendable, settle
from governance.flow.reminders import remindable
from governance.flow.table import RESIDENT, SYSTEM
from governance.people.enums import OfficeType

SOURCES = {"reports": Source.GRID, "complaints": Source.HOTLINE}  # what a case handed over came from
OF_OFFICES = {
    OfficeType.SITE: Source.SITE, OfficeType.TOWNSHIP: Source.TOWNSHIP, OfficeType.VILLAGE: Source.TOWNSHIP,
    OfficeType.BUREAU: Source.DEPARTMENT,
}  # fmt: skip
BATCH = 200
PROBLEMS, CHEMICALS = "problems", "chemicals"  # what a yearly check comes to, and the sector of what it finds


def report_hazard(*, at, by, place, description, sector, source="", submission=None, **facts):
    """Register a hazard; returns the `Hazard`. It waits for its supervising office to verify and grade it.

    `by` is who found it (a user, RESIDENT, SYSTEM); `source` follows from the person's office where it is not named. The same
    `submission` never registers twice: the second answer is the first hazard. `facts`: title, landmark, latitude, longitude, site (the
    office of the unit that must remove it), responsible (its name), office (who supervises it; the finder's own, where that can, else
    the bureau of the sector's trade, else the township), barred_ids, barred_people, query_code_index, reward.
    """
    if earlier := reported_before(submission):
        return earlier
    facts |= {"place": place, "description": description, "sector": sector, "submission": submission}
    hazard = Hazard(
        source=source or source_of(by), title=facts.pop("title", "") or title_of(description) or sector.name[:28], **_own(facts)
    )
    person = {name: facts[name] for name in ("name", "phone") if facts.get(name)}
    hazard.reporter_name, hazard.reporter_phone = person.get("name", ""), person.get("phone", "")
    try:
        with transaction.atomic():
            return _register(hazard, facts.get("office"), by=by, at=at)
    except IntegrityError:  # the same form at the same moment
        earlier = reported_before(submission)
        if earlier is None:
            raise
        return earlier


def _own(facts):
    return {name: value for name, value in facts.items() if name not in {"office", "name", "phone"}}


def reported_before(submission):
    return Hazard.objects.filter(submission=submission).first() if submission else None


def _register(hazard, office, *, by, at):
    hazard.place_path = hazard.place.path
    found = office or supervising_office(hazard, by=by)
    if hazard.site_id:
        hazard.responsible = hazard.responsible or hazard.site.name
    if found and found.pk not in hazard.barred_ids:
        hazard.hand_to(found)
    if hazard.source == Source.SITE:
        let_site_in(hazard)
    hazard.number = next_number(at=at)
    return engine.begin(hazard, by=by, at=at)


def report_and_grade(*, at, by, grade, rectify_by=None, criterion=None, note="", **facts):
    """What an inspector found and judged on the spot, in one transaction: registered, and graded by the same person.

    The office that supervises it is the inspector's own. `rectify_by` is the day a general hazard is to be removed by; a major one needs
    its `criterion` and a `note` why. Everything else as `report_hazard` takes it. A hazard that was graded before is given as it stands.
    """
    with transaction.atomic():
        facts.setdefault("office", by.acting_post.office)
        hazard = report_hazard(at=at, by=by, **facts)
        if hazard.state != State.REPORTED:
            return hazard
        whose = {"site": hazard.site, "responsible": hazard.responsible}
        if grade == Grade.MAJOR:
            return engine.take(hazard, "grade_major", by=by, at=at, note=note, criterion=criterion, **whose)
        return engine.take(hazard, "grade_general", by=by, at=at, note=note, sector=hazard.sector, rectify_by=rectify_by, **whose)


def take_over(case, *, by, at, note, description="", trade="", sector="", **facts):
    """A case of another procedure becomes a hazard at its place. `sector` is a code; without one it is what the text speaks of, else that
    of the `trade`."""
    text = description or case.summary or note
    found = Sector.objects.get(code=sector or sector_of(text, sector_entries(), trade=trade))
    facts.setdefault("source", SOURCES.get(case.flow.procedure, Source.DEPARTMENT))
    facts.setdefault("landmark", getattr(case, "landmark", ""))
    where = {name: getattr(case, name, None) for name in ("latitude", "longitude")}
    return report_hazard(at=at, by=by, place=case.place, description=text, sector=found, **where, **facts)


def sector_entries():
    """What `sector_of` reads: the sectors in use, in their order."""
    return [*Sector.objects.in_use().values_list("code", "trade", "keywords")]


@transaction.atomic
def report_with_photographs(photographs, *, at, by, **facts):
    """What somebody found, with photographs of it: all of it, or nothing; sent twice it is one hazard with one set of them."""
    is_new = reported_before(facts.get("submission")) is None
    hazard = report_hazard(at=at, by=by, **facts)
    for photograph in photographs if is_new else ():
        keep(photograph, hazard, by=None if by == RESIDENT else by, at=at)
    return hazard


def source_of(by):
    """Who found it, by the office the person acts for."""
    post = None if by in (RESIDENT, SYSTEM) else by.acting_post
    return OF_OFFICES.get(post.office.type, Source.DEPARTMENT) if post else Source.PUBLIC


def let_site_in(hazard):
    """From now on the unit that must remove it sees it; the caller saves."""
    if hazard.site_id and hazard.site_id not in hazard.barred_ids and hazard.site_id not in hazard.office_ids:
        hazard.office_ids = [*hazard.office_ids, hazard.site_id]


remindable("hazards")


@engine.after("hazards", "grade_general", "grade_major", "name_site")
def tell_site(hazard, taken):
    """The unit that must remove it learns of it once it was verified, and from nobody who reported it."""
    if hazard.site_id and not hazard.responsible:
        hazard.responsible = hazard.site.name
    let_site_in(hazard)


@engine.after("hazards", "grade_general", "lower_grade", "fail", "remove_on_spot")
def be_general(hazard, taken):
    hazard.grade, hazard.criterion = Grade.GENERAL, None


@engine.after("hazards", "grade_major", "raise_grade")
def be_major(hazard, taken):
    """What is major goes to the bureau of its sector: a township reports it (Art. 32 para 2)."""
    hazard.grade = Grade.MAJOR
    bureau = bureau_for(hazard.sector, hazard.place_path)
    if bureau and hazard.office_id and hazard.office.type == OfficeType.TOWNSHIP and bureau.pk not in hazard.barred_ids:
        hazard.hand_to(bureau)
        Deadline.objects.of(hazard).still_open().update(office=bureau)
        for clock in taken.clocks.begun:
            clock.office = bureau


@engine.after("hazards", "pass_on")
def be_anew(hazard, taken):
    """Who takes it over judges it anew."""
    hazard.grade, hazard.criterion, hazard.rectify_by = "", None, None


@engine.after("hazards", "lower_grade")
def be_unlisted(hazard, taken):
    hazard.listed_at = None


@engine.after("hazards", "take_measures")
def note_measures(hazard, taken):
    hazard.measures_at = taken.at
    keep_photographs(hazard, taken)


@engine.after("hazards", "progress", "remove_on_spot", "report_removed", "report_governed", "verify", "accept", "finish_stage")
def keep_photographs(hazard, taken):
    """Photographs of how it looks now."""
    for photograph in taken.given.get("photographs") or ():
        keep(photograph, hazard, by=taken.by, at=taken.at, kind=AttachmentKind.PROOF, public=False)


@engine.after("hazards", "submit_plan")
def keep_plan(hazard, taken):
    """The plan as it was handed in, with its stages; an earlier one stays on record."""
    facts = {name: taken.given[name] for name in ("aim", "way", "money", "people", "precautions")}
    serial = hazard.plans.count() + 1
    plan = RemovalPlan.objects.create(hazard=hazard, serial=serial, finish_by=hazard.rectify_by, by=taken.by, at=taken.at, **facts)
    Stage.objects.bulk_create(Stage(plan=plan, **stage) for stage in taken.given.get("stages") or ())


@engine.after("hazards", "list")
def be_listed(hazard, taken):
    hazard.listed_at = taken.at


@engine.after("hazards", "finish_stage")
def note_stage(hazard, taken):
    stage = taken.given["stage"]
    if not Stage.objects.of(hazard).to_do().filter(pk=stage.pk).update(done_at=taken.at, result=taken.note):
        raise engine.StepRefused(_("该阶段已经记录完成。"))


@engine.unless("hazards", "report_governed")
def stages_to_do(hazard):
    """A major hazard is removed when every stage of its plan is."""
    left = Stage.objects.of(hazard).to_do().count()
    return _("还有 %(count)s 个治理阶段没有完成。") % {"count": left} if left else ""


@engine.after("hazards", "report_removed", "report_governed")
def await_check(hazard, taken):
    """Whether it was in time is told by the moment it was reported; whoever checks it has a limit of his own."""
    hazard.removed_at = taken.at
    for clock in taken.clocks.met.values():
        hazard.kept = kept_so_far(hazard.kept, clock.was_kept)
    settle(hazard, taken)


@engine.after("hazards", "fail", "fail_major", "refuse_strike")
def be_removed_again(hazard, taken):
    """What did not pass was not removed: after the day set before, it is late."""
    hazard.kept = kept_so_far(hazard.kept, False) if hazard.kept is False or _is_past(hazard, taken) else None
    hazard.removed_at = None


def _is_past(hazard, taken):
    before = Hazard.objects.values_list("rectify_by", flat=True).get(pk=hazard.pk)
    return before is not None and timezone.localdate(taken.at) > before


@engine.after("hazards", "remove_on_spot")
def note_spot(hazard, taken):
    hazard.removed_at, hazard.kept = taken.at, True


@engine.after("danger_sources", "check")
def report_what_was_found(source, taken):
    """What the yearly check of a danger source came upon is removed like any other hazard."""
    if taken.given["result"] == PROBLEMS:
        facts = {"description": f"{source.title}：{taken.note}", "sector": CHEMICALS, "site": source.site, "office": source.office}
        hand_over(source, "hazards", by=taken.by, at=taken.at, note=taken.note, **facts)


@engine.after("hazards", "grant_extension")
def move_day(hazard, taken):
    """The day of the plan moves with the limit; the ledger counts by the row."""
    asked = Extension.objects.waiting_of(hazard).first()
    if asked and hazard.rectify_by:
        hazard.rectify_by += timedelta(days=asked.amount)
        Hazard.objects.filter(pk=hazard.pk).update(rectify_by=hazard.rectify_by)


extendable("hazards", terms.MAJOR)


@engine.after("hazards", "remove_on_spot", "verify", "strike")
def ask_for_reward(hazard, taken):
    """Who reported it and asked for a reward is told within its limit."""
    if hazard.reward == Reward.ASKED:
        taken.clocks.start(terms.REWARD, at=taken.at)


@engine.after("hazards", "grant_reward")
def grant(hazard, taken):
    standard = RewardStandard.objects.filter(grade=hazard.grade).first()
    if standard and not within(hazard.reward_amount, standard.least, standard.most):
        raise engine.StepRefused(_("奖励金额不在标准之内，请核对。"))
    hazard.reward = Reward.GRANTED


@engine.after("hazards", "refuse_reward")
def refuse(hazard, taken):
    hazard.reward = Reward.REFUSED


@engine.after("hazards", "pay_reward")
def pay(hazard, taken):
    hazard.reward = Reward.PAID


@engine.after("hazards", "raise_overdue")
def tell_above(hazard, taken):
    """The office above sees it from now on and presses the one that is late."""
    above = office_above(hazard)
    hazard.raised_at, hazard.raised_to = taken.at, above
    if above and above.pk not in hazard.office_ids:
        hazard.office_ids = [*hazard.office_ids, above.pk]


def raise_all(*, at, batch=BATCH):
    """Tell the office above of every hazard past a limit, once; returns how many. Safe to run twice and side by side."""
    return sum(_raised(hazard, at=at) for hazard in list(Hazard.objects.to_raise(at).for_step()[:batch]))


def _raised(hazard, *, at):
    try:
        engine.take(hazard, "raise_overdue", by=SYSTEM, at=at, version=hazard.version)
    except engine.StepRefused:  # another run was quicker, or somebody worked on it
        return False
    return True


@engine.after("hazards", "erase_contact")
def erase(hazard, taken):
    """Who told it is forgotten; what was found and done stays."""
    hazard.reporter_name = hazard.reporter_phone = ""


def erase_contacts(*, at):
    """Forget who told what ended long enough ago; returns how many."""
    return forget(Hazard, terms.KEEP_CONTACT, at=at)


def note_lapse(event, case):
    """Listener: a hazard that was not removed in time counts in the figures at once."""
    removal = {term.name for term in terms.REMOVAL}
    if event.kind == "deadline.lapsed" and isinstance(case, Hazard) and event.data["term"] in removal:
        Hazard.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False
