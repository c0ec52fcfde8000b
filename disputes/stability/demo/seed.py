"""Assessments of a district and the city: ended, followed up, put off, waiting to be filed, and one still being made."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from disputes.stability.demo import texts
from disputes.stability.models import DecisionKind, HearingMethod, RiskMeasure, StabilityAssessment
from disputes.stability.permissions import ASSESSORS
from disputes.stability.services import open_assessment
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Office, Post

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT, DAY = timedelta(days=12), timedelta(days=1)
HOUSING, CITY_HOUSING, TOWNSHIP, OTHER_TOWNSHIP = "housing-150102", "housing-1501", "township-150102001", "township-150102002"
STORIES = (  # days before now, assessor, decider, project, result, until which step it has come
    (260, HOUSING, "government-150102", texts.CONSTRUCTION, "go", "end"),
    (190, CITY_HOUSING, "government-1501", texts.FUND, "go", "end"),
    (110, HOUSING, "government-150102", texts.RELOCATION, "conditions", "follow"),
    (60, HOUSING, "government-150102", texts.STATION, "later", "file"),
    (20, TOWNSHIP, TOWNSHIP, {**texts.PRICE, "title": "背街小巷停车管理方案", "report": texts.FUND["report"]}, "go", "submit"),
    (14, OTHER_TOWNSHIP, "government-150102", texts.PRICE, "", "assess"),
)  # fmt: skip


def seed(*, rng, scale, count, at, say):
    """Nothing for a city in bulk, or when there are some already."""
    if scale != "demo" or StabilityAssessment.objects.exists():
        return
    people, offices = serving(), {office.code: office for office in Office.objects.in_use().select_related("place")}
    with loading_history(since=at - RECENT), rules_read_once():
        for days, assessor, decider, said, result, until in STORIES:
            Story(rng, people, offices, at - days * DAY, now=at).tell(offices[assessor], offices[decider], said, result, until)
        ring_all(StabilityAssessment, at=at)
    say(f"stability assessments: {len(STORIES)} told")


def serving():
    """The people of every office that assesses or files, the named ones first: {office: [user]}."""
    found = {}
    for post in Post.objects.filter(user__is_demo=True, role__in=ASSESSORS).with_office().order_by("-user__password", "pk"):
        post.user.acting_post = post
        found.setdefault(post.office_id, []).append(post.user)
    return found


class Story:
    """One project on its way; `at` is its clock."""

    def __init__(self, rng, people, offices, at, *, now):
        self.rng, self.people, self.offices, self.now = rng, people, offices, now
        self.at = self._in_hours(at)

    def tell(self, assessor, decider, said, result, until):
        self.first, self.second = self.people[assessor.pk][:2]
        facts = {name: said[name] for name in ("title", "content", "affected")}
        kind = DecisionKind.objects.get(code=said["kind"])
        decide_on = max((self.at + 60 * DAY).date(), (self.now + 25 * DAY).date() if until in {"assess", "submit"} else self.at.date())
        self.case = open_assessment(
            assessor=assessor, place=assessor.place, by=self.first, at=self.at, kind=kind, decider=decider, decide_on=decide_on, **facts
        )
        self.assess(assessor, said)
        if until == "assess":
            return
        self.take(3, "conclude", self.first, texts.CONCLUDED, result=result, report=said["report"], files=[])
        self.take(1, "submit", self.second, texts.APPROVED)
        if until == "submit":
            return
        filer = self.people[self.case.filing_ids[0]][0]
        self.take(2, "file", filer, texts.FILED)
        self.follow(until)

    def assess(self, assessor, said):
        """What was heard, the risks, the measures, and what is left of the risks."""
        for code, reach, people, *counts, summary in said["heard"]:
            names = dict(zip(("in_favour", "conditional", "against"), counts, strict=True))
            method = HearingMethod.objects.get(code=code)
            self.take(1, "collect", self.first, summary, method=method, held_on=self.at.date(), reach=reach, people=people, **names)
        for name, likelihood, effect, why, measure, lower, lesser in said["risks"]:
            self.take(1, "add_risk", self.first, why, risk_name=name, likelihood=likelihood, effect=effect)
            risk = self.case.risks.order_by("-position").first()
            self.take(0, "add_measure", self.first, measure, risk=risk, owner=assessor, due_on=(self.at + 100 * DAY).date())
            self.take(0, "rate_again", self.first, "采取措施后，影响范围和程度明显降低。", risk=risk, likelihood=lower, effect=lesser)

    def follow(self, until):
        decision = "postponed" if self.case.result == "later" else "adopted"
        self.take(20, "record_decision", self.first, texts.DECIDED, decision=decision, decided_on=self.at.date())
        for measure in RiskMeasure.objects.filter(risk__assessment=self.case).unsettled() if until == "end" else ():
            self.take(12, "report_measure", self.first, texts.DONE, measure=measure, files=[])
            self.take(2, "settle_measure", self.second, texts.SETTLED, measure=RiskMeasure.objects.get(pk=measure.pk))
        if until == "end":
            self.take(5, "end", self.first, texts.ENDED)

    def take(self, days, step, by, note="", **given):
        self.at = min(self._in_hours(self.at + days * DAY), self.now) if days else self.at + timedelta(minutes=7)
        case = StabilityAssessment.objects.for_step().get(pk=self.case.pk)
        ring(case, at=self.at)
        self.case = engine.take(case, step, by=by, at=self.at, note=note, **given)

    def _in_hours(self, moment):
        return moment.astimezone(CITY_TIME).replace(hour=self.rng.randrange(9, 16), minute=self.rng.randrange(50), second=0, microsecond=0)
