"""How one grid report goes on: solved at once, answered at one of the stations, returned, late, handed over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from governance import registry
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring
from governance.files.services import attach
from governance.flow import engine
from grids.mesh.demo.names import mobile, person_name
from grids.reports.demo import texts
from grids.reports.demo.pictures import photograph
from grids.reports.enums import STATIONS, State
from grids.reports.notices import centre_of
from grids.reports.services import bureau_for, carry_on

CITY_TIME = ZoneInfo("Asia/Shanghai")
OPENS, CLOSES = 9, 17
TERMS = {State.VILLAGE: "reports.village", State.TOWNSHIP: "reports.township", State.DEPARTMENT: "reports.department"}
ENDS_AT = {State.VILLAGE: 0.5, State.TOWNSHIP: 0.6}  # of those that came so far, answered there
LATE, LATE_AT_TOWN, SENT_BACK, RETURNED, EXTENDED, WITHDRAWN, HANDED = 0.09, 0.14, 0.07, 0.05, 0.12, 0.01, 0.06
SILENT, PICTURED = 0.05, 0.12  # never confirmed; solved with photographs before and after
A_MINUTE = timedelta(minutes=1)
AT_HOUSING = frozenset({State.DEPARTMENT, "extension"})
STILL_OPEN = (  # where those of the last days stand, and how many hours ago they began; the oldest of each are late
    (State.REPORTED, (2, 5, 20, 60)), (State.VILLAGE, (6, 26, 30, 44, 190)), (State.TOWNSHIP, (30, 52, 70, 74, 260)),
    (State.DEPARTMENT, (60, 90, 120, 420)), ("extension", (110,)), (State.ANSWERED, (50, 76, 98)),
)  # fmt: skip


@dataclass
class Story:
    """One report on its way. `at` is its clock; the story stops where the present begins."""

    rng: Any
    cast: Any
    report: Any
    frame: Any
    at: datetime
    now: datetime

    def take(self, step, by, **given):
        """Take a step at the story's time, after whatever lapsed before it; False once the present is reached."""
        if self.at >= self.now or by is None:
            return False
        ring(self.report, at=self.at)
        self.report = engine.take(self.report, step, by=by, at=self.at, **given)
        return True

    def pictures(self):
        """What shows the result: always where the kind demands it, now and then elsewhere, then beside one of how it was found."""
        if not self.report.kind.needs_proof and self.rng.random() >= PICTURED:
            return []
        attach(self.report, photograph(after=False), by=self.worker, at=self.report.opened_at)
        return [photograph(after=True)]

    def catch_up(self):
        """What was not answered or confirmed in time went on by itself before the story does."""
        while self.report.state in (*STATIONS, State.ANSWERED) and self.report.due_at + A_MINUTE < min(self.at, self.now):
            if not carry_on(self.report.pk, at=self.report.due_at + A_MINUTE):
                return
            self.report = type(self.report).objects.for_detail().get(pk=self.report.pk)

    def note(self, step):
        return texts.note(self.rng, step)

    def wait(self, least, most):
        self.at = in_office(self.at + timedelta(hours=self.rng.uniform(least, most)), self.rng)
        self.catch_up()

    def wait_for_answer(self, *, late):
        """Until some time before the station's clock ends, or until some time after it."""
        due = due_of(self.report)
        if late:
            self.at = in_office(max(due, self.at) + timedelta(hours=self.rng.uniform(3, 90)), self.rng)
            self.catch_up()
        else:
            self.at += max(due - self.at, timedelta()) * self.rng.uniform(0.2, 0.9)

    @property
    def worker(self):
        return self.cast.workers[self.report.grid_id]

    @property
    def handler(self):
        return self.cast.handlers.get(self.report.office_id)


def in_office(at, rng):
    """The same moment if it lies in the day's work, else some minutes after the next opening."""
    local = at.astimezone(CITY_TIME)
    if local.hour >= CLOSES:
        return (local + timedelta(days=1)).replace(hour=OPENS, minute=rng.randrange(5, 59))
    return local.replace(hour=OPENS, minute=rng.randrange(5, 59)) if local.hour < OPENS else local


def due_of(report):
    clocks = Deadline.objects.of(report).filter(term=TERMS[report.state]).order_by("-started_at")
    return clocks.values_list("due_at", flat=True)[0]


def contact(rng):
    return {"name": person_name(rng), "phone": mobile(rng)}


def still_open(rng, *, at, begin):
    """The beginnings of reports near by that wait for the named accounts today."""
    for stands, ages in STILL_OPEN:
        for hours in ages:
            yield begin(at - timedelta(hours=hours + rng.uniform(0, 1.5)), nearby=True, stands=stands)


def carry(rng, cast, report, frame, *, now, stands=None):
    """The way of one report, as far as it has come by `now`."""
    story = Story(rng, cast, report, frame, report.opened_at, now)
    if stands is not None:
        stand_still(story, stands)
        return
    story.wait(0.1, 3)
    if rng.random() < WITHDRAWN:
        story.take("withdraw", story.worker, note=story.note("withdraw"))
    elif rng.random() < texts.SOLVED_SHARE[report.kind.code]:
        story.take("solve", story.worker, note=texts.filled(rng, frame.solution), photos=story.pictures())
    elif story.take("pass_to_village", story.worker, note=story.note("pass_to_village")) and climb(story):
        conclude(story)


def climb(story):
    """From station to station until one answers; False where it went another way or the present was reached."""
    rng = story.rng
    for _station in TERMS:
        story.wait(0.5, 5)
        if not story.take("sign", story.handler):
            return False
        if handed_over(story):
            return False
        if story.report.state == State.DEPARTMENT or rng.random() < ENDS_AT[story.report.state]:
            return answered(story)
        if not passed_on(story):
            return False
    return False


def passed_on(story):
    """To the township, or to the bureau of its trade; now and then the centre dispatches, or it is returned once."""
    rng, report = story.rng, story.report
    story.wait(2, 12)
    if report.state == State.VILLAGE:
        if not story.take("pass_to_township", story.handler, note=story.note("pass_to_township")):
            return False
        if rng.random() >= RETURNED:
            return True
        story.wait(2, 8)
        returned = story.take("return_to_village", story.handler, note=story.note("return_to_village"))
        story.wait(2, 8)
        return returned and story.take("pass_to_township", story.handler, note=story.note("pass_to_township"))
    office = bureau_for(report)
    if office is None or office.pk not in story.cast.handlers:
        return answered(story) and conclude(story) and False
    if rng.random() < 0.15:
        centre = centre_of(report)
        return story.take("dispatch", centre and story.cast.handlers.get(centre.pk), office=office, note=story.note("dispatch"))
    return story.take("pass_to_department", story.handler, office=office, note=story.note("pass_to_department"))


def handed_over(story):
    """Some become a dispute or a complaint, where the other procedure takes cases over and has begun its year already."""
    rng, kind = story.rng, story.report.kind
    step = {"mediation": "hand_to_dispute", "hazards": "hand_to_hazard"}.get(kind.hands_to, "hand_to_complaint")
    model = registry.case_models().get(kind.hands_to)
    if rng.random() >= HANDED or model is None or not model.objects.exists() or not story.report.flow.step(step).when(story.report):
        return False
    story.wait(0.2, 2)
    return story.take(step, story.handler, note=f"{story.report.description}{story.note(step)}")


def answered(story):
    """Answered in time or late; a department asks for more time now and then."""
    rng, at_department = story.rng, story.report.state == State.DEPARTMENT
    if rng.random() < 0.3:
        story.wait(1, 6)
        if not story.take("progress", story.handler, note=story.note("progress")):
            return False
    if at_department and rng.random() < EXTENDED and not extended(story):
        return False
    story.wait_for_answer(late=rng.random() < (LATE_AT_TOWN if story.report.state == State.TOWNSHIP else LATE))
    return story.take("answer", story.handler, note=texts.filled(rng, story.frame.answer), photos=[])


def extended(story):
    """Asked for by the department, decided by the centre."""
    rng, centre = story.rng, centre_of(story.report)
    decider = story.cast.handlers.get(centre.pk) if centre else None
    story.wait(3, 20)
    if not story.take("ask_extension", story.handler, amount=rng.choice((3, 5, 5, 10)), note=story.note("ask_extension")):
        return False
    story.wait(1, 8)
    step = "grant_extension" if rng.random() < 0.75 else "refuse_extension"
    return story.take(step, decider, note=story.note(step))


def conclude(story):
    """The worker goes and looks: sent back once, or confirmed; a few never go."""
    rng = story.rng
    if rng.random() < SILENT:
        story.wait(240, 300)
        return False
    story.wait(1, 40)
    if rng.random() < SENT_BACK:
        if not story.take(f"send_back_to_{story.report.answered_from}", story.worker, note=story.note("send_back")):
            return False
        story.wait_for_answer(late=False)
        if not story.take("answer", story.handler, note=texts.filled(rng, story.frame.answer), photos=[]):
            return False
        story.wait(1, 30)
    return story.take("confirm", story.worker, note=story.note("confirm"))


def stand_still(story, stands):
    """Carried to where it is to stand today, in steps that fit between its beginning and now."""
    pace = (story.now - story.at) / 8
    for step, by, given in way_to(story, stands):
        story.at += pace
        by_day = in_office(story.at, story.rng)
        story.at = by_day if by_day < story.now else story.at
        story.take(step, by(), note=story.note(step) if step in texts.NOTES else texts.filled(story.rng, story.frame.answer), **given())
    story.at = story.now
    story.catch_up()


def way_to(story, stands):
    """(step, who takes it, what it is given) up to where the report is to stand."""
    handler, worker = (lambda: story.handler), (lambda: story.worker)
    way = [("pass_to_village", worker, dict)]
    if stands in (State.TOWNSHIP, *AT_HOUSING):
        way.append(("pass_to_township", handler, dict))
    if stands in AT_HOUSING:
        way.append(("pass_to_department", handler, lambda: {"office": bureau_for(story.report)}))
    if stands == "extension":
        way.append(("ask_extension", handler, lambda: {"amount": 5}))
    if stands == State.ANSWERED:
        way.append(("answer", handler, lambda: {"photos": []}))
    return [] if stands == State.REPORTED else way
