"""Registers incidents from wherever they come, and what else happens when a step is taken."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from emergencies.incidents import terms
from emergencies.incidents.data.routing import duty_offices, leading_office, told_next
from emergencies.incidents.enums import FINAL, Source
from emergencies.incidents.flow import COUNTS
from emergencies.incidents.models import EpidemicCount, GradeStandard, HealthStep, Incident, IncidentKind
from emergencies.incidents.rules import goes_on, grade_of, is_graver, kept_so_far, kind_of
from governance.cases.forgetting import forget
from governance.cases.rules import title_of
from governance.cases.services import next_number
from governance.deadlines.models import Deadline
from governance.files.services import keep
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import RESIDENT, SYSTEM
from governance.people.enums import OfficeKind, OfficeType

SOURCES = {"reports": Source.GRID, "complaints": Source.HOTLINE}  # what a case handed over came from
OF_OFFICES = {OfficeType.SITE: Source.SITE, OfficeType.HOTLINE: Source.HOTLINE}
OTHERWISE = "accident"


def report_incident(*, at, by, place, kind, description, source="", source_number="", submission=None, **facts):
    """Register an incident; returns the `Incident`. It waits for its leading office to verify it, and its first report is due in an hour.

    `by` is who registers it (a user, RESIDENT, SYSTEM); `source` follows from the person's office where it is not named. `kind` is an
    `IncidentKind`. The same `submission`, and the same `source_number` of a source, never register twice: the second answer is the first
    incident, as it stands. `facts`: title, occurred_at (else `at`), landmark, latitude, longitude, source_name (who told it), unit_name,
    site (the office of the unit it happened at), the figures (dead, missing, badly_hurt, lightly_hurt, ill, moved, loss), name and phone
    of who reported it, office (who leads; else the bureau of the kind's trade), barred_ids, barred_people, query_code_index.
    """
    source = source or source_of(by)
    if earlier := reported_before(submission, source, source_number):
        return earlier
    facts |= {"source": source, "source_number": source_number, "submission": submission, "description": description, "place": place}
    incident = _drafted(kind, at=at, **facts)
    try:
        with transaction.atomic():
            return _register(incident, facts.get("office"), by=by, at=at)
    except IntegrityError:  # the same at the same moment
        earlier = reported_before(submission, source, source_number)
        if earlier is None:
            raise
        return earlier


def _drafted(kind, *, at, name="", phone="", office=None, occurred_at=None, title="", **facts):
    title = title or title_of(facts["description"]) or kind.name
    incident = Incident(kind=kind, category=kind.category, title=title, occurred_at=min(occurred_at or at, at), **facts)
    incident.reporter_name, incident.reporter_phone = name, phone
    incident.unit_name = incident.unit_name or (incident.site.name if incident.site_id else "")
    return incident


def reported_before(submission, source="", source_number=""):
    """The incident a form, or a hotline's number, made already; or None."""
    if submission and (earlier := Incident.objects.filter(submission=submission).first()):
        return earlier
    return Incident.objects.filter(source=source, source_number=source_number).first() if source_number else None


def _register(incident, office, *, by, at):
    """Who leads it, and everyone on duty above, sees it from the first minute."""
    incident.place_path = incident.place.path
    own = by.acting_post.office if by not in (RESIDENT, SYSTEM) and by.acting_post else None
    if found := office or leading_office(incident):
        incident.hand_to(found)
    incident.reporter = own if incident.source == Source.SITE and own else incident.office
    own = own if own and own.kind == OfficeKind.DEPARTMENTAL else None
    let_in(incident, *duty_offices(incident.place_path), own, incident.site)
    incident.computed = incident.grade = grade_by_figures(incident)
    incident.number = next_number(at=at)
    return engine.begin(incident, by=by, at=at)


def let_in(incident, *offices):
    """From now on these see it, where it does not keep them out; the caller saves."""
    keys = dict.fromkeys(one.pk for one in offices if one is not None and one.pk not in incident.barred_ids)
    incident.office_ids = [*incident.office_ids, *(key for key in keys if key not in incident.office_ids)]


@transaction.atomic
def report_with_photographs(photographs, *, at, by, **facts):
    """An incident with photographs of it: all of it, or nothing; sent twice it is one incident with one set of them."""
    is_new = reported_before(facts.get("submission"), facts.get("source", ""), facts.get("source_number", "")) is None
    incident = report_incident(at=at, by=by, **facts)
    for photograph in photographs if is_new else ():
        keep(photograph, incident, by=None if by == RESIDENT else by, at=at)
    return incident


def source_of(by):
    """How it became known, by the office the person acts for."""
    post = None if by in (RESIDENT, SYSTEM) else by.acting_post
    return OF_OFFICES.get(post.office.type, Source.OFFICE) if post else Source.PUBLIC


def take_over(case, *, by, at, note, description="", kind="", **facts):
    """A case of another procedure becomes an incident at its place. `kind` is a code; without one it is what the text speaks of."""
    text = description or case.summary or note
    facts.setdefault("source", SOURCES.get(case.flow.procedure, Source.OFFICE))
    facts.setdefault("landmark", getattr(case, "landmark", ""))
    where = {name: getattr(case, name, None) for name in ("latitude", "longitude")}
    return report_incident(at=at, by=by, place=case.place, description=text, kind=kind_named(kind, text), **where, **facts)


def kind_named(code, text=""):
    """The kind of that code, else what the text speaks of."""
    kinds = {kind.code: kind for kind in IncidentKind.objects.in_use()}
    return kinds.get(code) or kinds[kind_of(text, [(one.code, one.keywords) for one in kinds.values()], otherwise=OTHERWISE)]


def grade_by_figures(incident):
    """The grade the figures come to by the standards of its kind; "" where there are none."""
    fields = ("grade", "figure", "least", "second", "also")
    rows = GradeStandard.objects.fitting(incident.kind).values_list(*fields) if incident.is_graded else ()
    return grade_of(incident.figures, rows)


remindable("incidents")


@engine.after("incidents", "report")
def run_its_clocks(incident, taken):
    """The first report is due from whoever is to send it; changes are reported for a time that counts from the incident itself."""
    for clock in taken.clocks.begun:
        if clock.term == terms.FIRST.name:
            clock.office = incident.reporter
    open_supplements(incident, taken)


def open_supplements(incident, taken):
    taken.clocks.start(terms.SUPPLEMENT, at=incident.occurred_at)
    incident.supplement_until = taken.clocks.open[terms.SUPPLEMENT.name].due_at


@engine.after("incidents", "verify")
def note_verified(incident, taken):
    incident.verified_at = taken.at


@engine.after("incidents", "verify", "reclassify")
def follow_kind(incident, taken):
    """Category, grade and the time for supplements are those of the kind."""
    if incident.category != incident.kind.category:
        incident.category, incident.computed, incident.grade = incident.kind.category, "", ""
    open_supplements(incident, taken)
    be_regraded(incident, taken)


@engine.after("incidents", "update_figures", "supplement")
def be_regraded(incident, taken):
    """What was judged graver than the figures say stays so; else the grade follows the figures."""
    computed = grade_by_figures(incident)
    if incident.grade == incident.computed or is_graver(computed, incident.grade):
        incident.grade = computed
    incident.computed = computed
    carry_on_upwards(incident, taken)


@engine.after("incidents", "judge_grade")
def keep_above_figures(incident, taken):
    """A grade is judged where the figures give none, or higher than they say; never lower."""
    if is_graver(incident.computed, incident.grade):
        told = _("按现有伤亡和损失已达到“%(grade)s”，不能判定得更低；数字有误的，请先更新伤亡和损失。")
        raise engine.StepRefused(told % {"grade": incident.get_computed_display()})
    carry_on_upwards(incident, taken)


def carry_on_upwards(incident, taken):
    """It became graver after the last level was told: that level owes a report to the next one."""
    if incident.state in FINAL or not incident.reached or incident.reporter_id or not goes_on(incident.reached, incident.grade):
        return
    incident.reporter = dict(zip(("county", "city"), duty_offices(incident.place_path), strict=True)).get(incident.reached)
    await_report(incident, taken)


def await_report(incident, taken):
    """The clock of the level whose turn it is."""
    if incident.reporter is not None:
        taken.clocks.start(terms.UPWARD, at=taken.at)
        taken.clocks.open[terms.UPWARD.name].office = incident.reporter


@engine.after("incidents", "first_report")
def note_first(incident, taken):
    incident.first_report_at = taken.at


@engine.after("incidents", "first_report", "report_up")
def pass_up(incident, taken):
    """Each level tells the next, as far as the grade asks for (生产安全事故报告和调查处理条例 第十条、第十一条)."""
    told, incident.reached = told_next(incident, incident.reporter)
    let_in(incident, told)
    taken.given["told"], taken.given["level"] = told, incident.reached
    incident.reporter = told if goes_on(incident.reached, incident.grade) else None
    await_report(incident, taken)


@engine.after("incidents", "first_report", "report_up", "follow_up", "final_report")
def note_kept(incident, taken):
    for clock in taken.clocks.met.values():
        incident.kept = kept_so_far(incident.kept, clock.was_kept)


@engine.after("incidents", "final_report")
def note_final(incident, taken):
    incident.final_report_at = taken.at


@engine.after("incidents", "transfer")
def hand_clocks_over(incident, taken):
    """The clocks run on, and are the other office's from now on; so is the first report, where it was the leading office's."""
    if not incident.reached and incident.source != Source.SITE:
        incident.reporter = incident.office
    clocks = Deadline.objects.of(incident).still_open()
    ours = clocks.exclude(term=terms.UPWARD.name)
    (ours.exclude(term=terms.FIRST.name) if incident.source == Source.SITE else ours).update(office=incident.office)


@engine.after("incidents", "raise_response")
def note_response(incident, taken):
    incident.response_at = taken.at


@engine.after("incidents", "end_response")
def clear_response(incident, taken):
    incident.response = ""


@engine.after("incidents", "set_up_command", "hand_command")
def let_command_in(incident, taken):
    as_before = Incident.objects.filter(pk=incident.pk, command_office=incident.command_office, commander=incident.commander)
    if taken.step.name == "hand_command" and as_before.exists():
        raise engine.StepRefused(_("指挥单位和指挥长都没有变化，不用移交。"))
    incident.command_at = taken.at
    let_in(incident, incident.command_office)


@engine.after("incidents", "merge")
def refuse_itself(incident, taken):
    other = incident.same_as
    if other.pk == incident.pk or other.state in FINAL:
        raise engine.StepRefused(_("只能并入另一起还没有办结的事件。"))


@engine.after("incidents", "take_measure")
def keep_measure(incident, taken):
    facts = {"measure": taken.given["measure"], "until": taken.given["measure_until"], "text": taken.note}
    HealthStep.objects.create(incident=incident, by=taken.by, at=taken.at, **facts)


@engine.after("incidents", "lift_measure")
def lift_measure(incident, taken):
    wanted = HealthStep.objects.filter(incident=incident, pk=taken.given["lifted"].pk, lifted_at=None)
    if not wanted.update(lifted_at=taken.at, result=taken.note):
        raise engine.StepRefused(_("这项措施已经解除。"))


@engine.after("incidents", "count_cases")
def keep_counts(incident, taken):
    """Counts alone: the names stand with the disease control, not here."""
    figures = {name: taken.given[name] for name in COUNTS}
    EpidemicCount.objects.create(incident=incident, by=taken.by, at=taken.at, text=taken.note, **figures)


@engine.unless("incidents", "end")
def response_in_force(incident):
    return _("应急响应还没有终止。") if incident.response else ""


@engine.after("incidents", "end")
def note_end(incident, taken):
    incident.ended_at = taken.at


@engine.after("incidents", "reopen")
def begin_again(incident, taken):
    """What flares up again gets another final report."""
    incident.ended_at = incident.final_report_at = None


@engine.after("incidents", "erase_contact")
def erase(incident, taken):
    """Who told it is forgotten; what happened stays."""
    incident.reporter_name = incident.reporter_phone = ""


def erase_contacts(*, at):
    """Forget who told what ended long enough ago; returns how many."""
    return forget(Incident, terms.KEEP_CONTACT, at=at)


def note_lapse(event, case):
    """Listener: a report that is overdue counts in the figures at once."""
    reports = {term.name for term in terms.REPORTS}
    if event.kind == "deadline.lapsed" and isinstance(case, Incident) and event.data["term"] in reports:
        Incident.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False
