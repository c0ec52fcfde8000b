"""Five reviews of a district's standing committee: closed, followed up, waiting for its word, waiting for answers."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Office, Post
from supervision.reviews.demo import texts
from supervision.reviews.models import Review
from supervision.reviews.permissions import CONGRESS, UNITS
from supervision.reviews.services import ask, notice_missed

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT, DAY = timedelta(days=12), timedelta(days=1)
COMMITTEE = "congress-150102"
STORIES = (  # days before now, what is asked, until which step it has come
    (300, texts.GRIDS, "close"),
    (180, texts.HOTLINE, "close"),
    (75, texts.FIRE, "follow"),
    (30, texts.FILING, "answer"),
    (10, texts.SCHOOLS, "answer"),
)


def seed(*, rng, scale, count, at, say):
    """What the people of the demo asked and answered, told by the engine."""
    if scale != "demo" or Review.objects.exists():
        return
    people, offices = serving(), {office.code: office for office in Office.objects.in_use().select_related("place")}
    with loading_history(since=at - RECENT), rules_read_once():
        for days, said, until in STORIES:
            Story(rng, people, offices, at - days * DAY).tell(said, until)
        ring_all(Review, at=at)
        notice_missed(at=at)
    say(f"reviews: {len(STORIES)} told")


def serving():
    """Somebody at every office that asks or answers: {office: user}."""
    found = {}
    for post in Post.objects.filter(user__is_demo=True, role__in=CONGRESS | UNITS).with_office().order_by("user__password", "-pk"):
        post.user.acting_post = post
        found[post.office_id] = post.user
    return found


class Story:
    """One review on its way; `at` is its clock."""

    def __init__(self, rng, people, offices, at):
        self.rng, self.people, self.offices, self.case = rng, people, offices, None
        self.at = self._in_hours(at)

    def _in_hours(self, moment):
        return moment.astimezone(CITY_TIME).replace(hour=self.rng.randrange(9, 17), minute=self.rng.randrange(60), second=0, microsecond=0)

    def tell(self, said, until):
        kind, title, session, text, asked, wanted, outcome = said
        congress = self.offices[COMMITTEE]
        self.clerk = self.people[congress.pk]
        facts = {"kind": kind, "title": title, "session": session, "held_on": self.at.date(), "text": text}
        questions = [(words, self.offices[code]) for words, code, _answer in asked]
        self.case = ask(congress=congress, questions=questions, by=self.clerk, at=self.at, **facts)
        self.answer(asked)
        if until != "answer":
            self.follow(wanted, outcome, closes=until == "close")

    def answer(self, asked):
        for position, (_words, _code, answer) in enumerate(asked, start=1):
            question = self.case.questions.select_related("unit").get(position=position)
            if answer:
                self.take(2, "answer", self.people[question.unit_id], answer, question=question, files=[])

    def follow(self, wanted, outcome, *, closes):
        self.take(12, "assess", self.clerk, texts.ASSESSED, satisfaction=self.rng.choice(("satisfied", "fairly")))
        self.take(1, "publish", self.clerk, public_text=texts.PUBLIC)
        if wanted:
            until = (self.at + (40 if closes else 90) * DAY).date()
            self.take(1, "follow", self.clerk, wanted, question=self._second(), until=until)
        if wanted and closes:
            question = self._second()
            self.take(30, "report", self.people[question.unit_id], outcome, question=question, files=[])
            self.take(5, "settle", self.clerk, texts.SETTLED, question=self._second())
        if closes:
            self.take(20, "close", self.clerk, texts.CLOSED)

    def _second(self):
        return self.case.questions.select_related("unit").get(position=2)

    def take(self, days, step, by, note="", **given):
        self.at = self._in_hours(self.at + days * DAY)
        self.case = Review.objects.for_detail().get(pk=self.case.pk)
        ring(self.case, at=self.at)
        self.case = engine.take(self.case, step, by=by, at=self.at, note=note, **given)
