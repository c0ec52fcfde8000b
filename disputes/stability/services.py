"""Opens assessments, and what else happens when a step is taken."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.stability import terms
from disputes.stability.enums import Result
from disputes.stability.models import OpinionCollection, RiskMatrix, RiskMeasure, RiskPoint, RiskStep, StabilityAssessment
from disputes.stability.rules import counts_fault, is_milder, lacking, names_a_person, overall
from governance.cases.services import next_number
from governance.deadlines.enums import Mark
from governance.deadlines.rules import LAPSED
from governance.files.services import attach
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.web.casework.creating import submitted_before

ONE_MICROSECOND = timedelta(microseconds=1)
FILING = (OfficeType.LEADING_GROUP, OfficeType.CENTRE)
CITY, COUNTY = 4, 6  # characters of a path
PRIVATE = gettext_lazy("意见只记数量和要点，不能写电话、证件号码，请删去。")
LACKING = {
    "opinions": gettext_lazy("还没有登记意见征集，不能提出结论。"),
    "risks": gettext_lazy("还没有登记风险点，不能提出结论。"),
    "measures": gettext_lazy("中、高风险的风险点都要有防范措施，请补充登记。"),
}
COLLECTED = ("method", "held_on", "reach", "people", "in_favour", "conditional", "against")

remindable("stability")


def open_assessment(*, assessor, place, by, at, submission=None, **facts):
    """Register a project before it is decided. `facts`: title, kind, decider, third_party, content, affected, decide_on. The same
    `submission` never opens twice."""
    if earlier := submitted_before(StabilityAssessment, submission):
        return earlier
    case = StabilityAssessment(
        number=next_number(at=at), place=place, assessor=assessor, matrix=RiskMatrix.objects.in_force(at),
        filing_ids=filing_offices(assessor), submission=submission, **facts,
    )  # fmt: skip
    case.hand_to(assessor)
    case.office_ids = list(dict.fromkeys([*case.office_ids, *case.filing_ids]))
    return engine.begin(case, by=by, at=at)


def filing_offices(assessor):
    """Keys of the leading group and the centre of the assessor's level, a township's being its county's; nobody files its own."""
    path = assessor.place.path
    for length in (COUNTY, CITY):
        found = Office.objects.in_use().filter(type__in=FILING, place__path=path[:length]).exclude(pk=assessor.pk)
        keys = list(found.order_by("type").values_list("pk", flat=True)) if len(path) >= length else []
        if keys:
            return keys
    return []


def _refuse_private(text):
    if names_a_person(text):
        raise engine.StepRefused(PRIVATE)


@engine.after("stability", "collect")
def keep_collection(case, taken):
    """Opinions are kept as counts and a gist."""
    _refuse_private(taken.note)
    facts = {name: taken.given[name] for name in COLLECTED}
    if counts_fault(facts["people"], [facts["in_favour"], facts["conditional"], facts["against"]]):
        raise engine.StepRefused(_("支持、有条件支持、反对的合计不能超过参加人数。"))
    OpinionCollection.objects.create(assessment=case, summary=taken.note, **facts)


@engine.after("stability", "drop_collection")
def forget_collection(case, taken):
    taken.given["collection"].delete()


@engine.after("stability", "add_risk")
def keep_risk(case, taken):
    """Likelihood × effect give the level, by the version the assessment began with."""
    _refuse_private(taken.note)
    likelihood, effect = taken.given["likelihood"], taken.given["effect"]
    last = case.risks.order_by("-position").values_list("position", flat=True).first() or 0
    RiskPoint.objects.create(
        assessment=case, position=last + 1, name=taken.given["risk_name"], description=taken.note, likelihood=likelihood, effect=effect,
        level=case.matrix.level_of(likelihood, effect),
    )  # fmt: skip
    weigh(case)


@engine.after("stability", "rate_again")
def rate_again(case, taken):
    risk = taken.given["risk"]
    if not risk.measures.exists():
        raise engine.StepRefused(_("这个风险点还没有防范措施，请先登记措施。"))
    risk.likelihood_after, risk.effect_after = taken.given["likelihood"], taken.given["effect"]
    risk.level_after = case.matrix.level_of(risk.likelihood_after, risk.effect_after)
    risk.after_note = taken.note
    risk.save(update_fields=["likelihood_after", "effect_after", "level_after", "after_note"])
    weigh(case)


@engine.after("stability", "drop_risk")
def forget_risk(case, taken):
    taken.given["risk"].delete()
    weigh(case)


def weigh(case):
    """The whole, before and after the measures."""
    risks = list(case.risks.all())
    case.risk_count = len(risks)
    case.level = overall([risk.level for risk in risks]) if risks else ""
    case.level_after = overall([risk.standing for risk in risks]) if risks else ""


@engine.after("stability", "add_measure")
def keep_measure(case, taken):
    owner = taken.given["owner"]
    case.refuse_barred(owner)
    RiskMeasure.objects.create(risk=taken.given["risk"], text=taken.note[:500], owner=owner, due_on=taken.given["due_on"])


@engine.after("stability", "conclude")
def conclude(case, taken):
    """A result milder than the risk asks for needs its reason; what goes ahead needs measures."""
    _refuse_private(case.report)
    levels = dict(case.risks.values_list("pk", "level"))
    measured = set(RiskMeasure.objects.filter(risk__assessment=case).values_list("risk", flat=True))
    if missing := lacking(collections=case.collections.count(), levels=levels, measured=measured, result=case.result):
        raise engine.StepRefused(str(LACKING[missing]))
    if is_milder(case.result, case.level_after) and not taken.note.strip():
        told = _("按标准为%(level)s，结论“%(result)s”比标准宽，请在说明中写明理由。")
        raise engine.StepRefused(told % {"level": case.get_level_after_display(), "result": case.get_result_display()})
    case.concluded_by = taken.by


@engine.after("stability", "conclude", "report_measure", "add_files")
def keep_files(case, taken):
    for index, file in enumerate(taken.given["files"]):
        attach(case, file, by=taken.by, at=taken.at + index * ONE_MICROSECOND, public=False)


@engine.after("stability", "submit")
def submit(case, taken):
    """A second person's word; then it lies before whoever files it."""
    if not case.filing_ids:
        raise engine.StepRefused(_("没有可以备案的领导小组办公室或者综治中心。"))
    case.submitted_by, case.submitted_at = taken.by, taken.at
    case.kept = case.kept is not False and taken.clocks.met[terms.ASSESS.name].was_kept
    case.hand_to(Office.objects.get(pk=case.filing_ids[0]))


@engine.after("stability", "return")
def reopen(case, taken):
    case.concluded_by = None


@engine.after("stability", "ask_more")
def ask_more(case, taken):
    case.rounds += 1
    case.concluded_by = case.submitted_by = None
    case.hand_to(case.assessor)


@engine.after("stability", "file")
def file(case, taken):
    """Filed; from now on every measure is followed to its end, and its owner sees the assessment."""
    case.filed_at, case.filed_with = taken.at, taken.by.acting_post.office
    case.hand_to(case.assessor)
    goes_ahead = case.result in (Result.GO, Result.CONDITIONS)
    if not goes_ahead:
        RiskMeasure.objects.filter(risk__assessment=case).unsettled().update(settled_at=taken.at, outcome=_("项目不实施，措施不再执行。"))
    follow(case, taken)


def follow(case, taken):
    """Who owes what next, and the clock of the first day that comes."""
    rows = RiskMeasure.objects.filter(risk__assessment=case)
    case.owed_ids = list(dict.fromkeys(rows.unreported().order_by("due_on", "pk").values_list("owner", flat=True)))
    case.office_ids = list(dict.fromkeys([*case.office_ids, *case.owed_ids]))
    case.reported = rows.reported().count()
    earlier, case.follow_on = case.follow_on, rows.unsettled().aggregate(first=Min("due_on"))["first"]
    if case.follow_on is None:
        taken.clocks.meet(terms.FOLLOW, at=taken.at)
    elif case.follow_on != earlier:
        taken.clocks.meet(terms.FOLLOW, at=taken.at)
        taken.clocks.start(terms.FOLLOW, at=taken.at)


@engine.after("stability", "report_measure")
def keep_report(case, taken):
    measure = taken.given["measure"]
    if measure.owner_id != taken.by.acting_post.office_id:
        raise engine.StepRefused(_("这项措施由其他单位落实。"))
    measure.reported_at, measure.outcome = taken.at, taken.note
    measure.save(update_fields=["reported_at", "outcome"])
    follow(case, taken)


@engine.after("stability", "settle_measure")
def settle_measure(case, taken):
    measure = taken.given["measure"]
    measure.settled_at = taken.at
    measure.save(update_fields=["settled_at"])
    follow(case, taken)


@engine.after("stability", "return_measure")
def return_measure(case, taken):
    """Owed again, until another day."""
    measure = taken.given["measure"]
    measure.reported_at, measure.due_on = None, taken.given["due_on"]
    measure.save(update_fields=["reported_at", "due_on"])
    follow(case, taken)


@engine.after("stability", "end")
def refuse_unfinished(case, taken):
    if left := RiskMeasure.objects.filter(risk__assessment=case).unsettled().count():
        raise engine.StepRefused(_("还有 %(left)s 项防范措施没有核实落实。") % {"left": left})
    if not case.decision:
        raise engine.StepRefused(_("请先登记决策情况。"))


def note_late(event, case):
    """Listener: a decision day that came before the report counts at once."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, StabilityAssessment) and event.data["term"] == terms.ASSESS.name:
        StabilityAssessment.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


@transaction.atomic
def publish_matrix(*, medium_from, high_from, source, at):
    """Another version from now on, its steps those of the one before; assessments that began keep their own."""
    base, year = RiskMatrix.objects.in_force(at), timezone.localtime(at).year
    taken = set(RiskMatrix.objects.values_list("version", flat=True))
    serial = next(n for n in range(1, len(taken) + 2) if f"{year}-{n}" not in taken)
    made = RiskMatrix.objects.create(
        version=f"{year}-{serial}", valid_from=at, medium_from=medium_from, high_from=high_from, source=source, mark=Mark.DEFAULT
    )
    RiskStep.objects.bulk_create(
        RiskStep(matrix=made, axis=one.axis, points=one.points, label=one.label, meaning=one.meaning) for one in base.steps.all()
    )
    return made


def measures_of(case):
    return RiskMeasure.objects.filter(risk__assessment=case).select_related("risk", "owner")


def opinions_of(case):
    """The opinions of all collections added up."""
    rows = [*case.collections.select_related("method")]
    total = {name: sum(getattr(row, name) for row in rows) for name in ("people", "in_favour", "conditional", "against", "silent")}
    return {"rows": rows, "total": total}
