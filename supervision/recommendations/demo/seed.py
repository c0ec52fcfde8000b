"""A year of recommendations: sent, received, answered, judged; some late, some on paper, some waiting on today's desks."""

from datetime import timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.files.checking import check
from governance.files.rules import DOCX
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Office, Post
from supervision.recommendations.demo import texts
from supervision.recommendations.models import Recommendation
from supervision.recommendations.permissions import SENDERS, UNITS
from supervision.recommendations.services import send, take_down

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT, DAY = timedelta(days=12), timedelta(days=1)
PROSECUTOR, COURT, COMMISSION, TOWN = "procuratorate-150102", "court-150102", "commission-1501", "township-150102001"
SHORT = {PROSECUTOR: "新检建", COURT: "新法建", COMMISSION: "呼监建"}
STORIES = (  # days before now, sender, unit, what it says, what becomes of it; a story stops where the present begins
    (330, PROSECUTOR, "housing-150102", texts.PASSAGES, "adopted"),
    (290, COURT, "labour-150102", texts.WAGES, "again"),
    (260, COMMISSION, "urban-1501", texts.DISCRETION, "adopted"),
    (225, PROSECUTOR, "market-150102", texts.LIFTS, "partly"),
    (190, COURT, "housing-150102", texts.PROPERTY, "extended"),
    (170, PROSECUTOR, TOWN, texts.CAMPUS, "adopted"),
    (150, PROSECUTOR, "fire-150102", texts.PASSAGES, "referred"),
    (120, COMMISSION, "housing-1501", texts.DISCRETION, "paper"),
    (95, COURT, "market-150102", texts.PROPERTY, "late"),
    (70, PROSECUTOR, "education-150102", texts.CAMPUS, "withdrawn"),
    (40, PROSECUTOR, TOWN, texts.PASSAGES, "answered"),
    (33, COURT, "housing-150102", texts.WAGES, "answered"),
    (20, PROSECUTOR, "market-150102", texts.SMALL_SHOPS, "urgent"),
    (16, COMMISSION, "housing-1501", texts.DISCRETION, "asked"),
    (12, PROSECUTOR, "urban-150102", texts.SMALL_SHOPS, "objected"),
    (8, PROSECUTOR, "housing-150102", texts.LIFTS, "received"),
    (2, COURT, "housing-150102", texts.PROPERTY, "sent"),
    (1, PROSECUTOR, TOWN, texts.SMALL_SHOPS, "sent"),
)


def seed(*, rng, scale, count, at, say):
    """Every state a recommendation can be in, told by the engine."""
    if scale != "demo" or Recommendation.objects.exists():
        return
    people, offices = serving(), {office.code: office for office in Office.objects.in_use().select_related("place")}
    with loading_history(since=at - RECENT), rules_read_once():
        for number, (days, sender, unit, said, fate) in enumerate(STORIES, start=1):
            story = Story(rng, people, offices[sender], offices[unit], at - days * DAY)
            story.opened(number, said, on_paper=fate == "paper")
            FATES.get(fate, lambda story: None)(story)
        ring_all(Recommendation, at=at)
    say(f"recommendations: {len(STORIES)} told")


def serving():
    """Somebody at every office that sends or answers, those who can sign in first: {office: user}."""
    posts = Post.objects.filter(user__is_demo=True, role__in=SENDERS | UNITS).with_office().order_by("user__password", "-pk")
    found = {}
    for post in posts:
        post.user.acting_post = post
        found[post.office_id] = post.user
    return found


class Story:
    """One recommendation on its way; `at` is its clock."""

    def __init__(self, rng, people, sender, unit, at):
        self.rng, self.sender, self.unit = rng, sender, unit
        self.by_sender, self.by_unit = people[sender.pk], people[unit.pk]
        self.at, self.case = self._in_hours(at), None

    def _in_hours(self, moment):
        return moment.astimezone(CITY_TIME).replace(hour=self.rng.randrange(9, 17), minute=self.rng.randrange(60), second=0, microsecond=0)

    def opened(self, number, said, *, on_paper):
        title, problem, advice, basis = said
        issued = (self.at - DAY).date()
        facts = {
            "title": title, "problem": problem, "advice": advice, "basis": basis, "issued_on": issued, "answer_by": None,
            "document": f"{SHORT[self.sender.code]}〔{issued.year}〕{number}号", "is_urgent": said is texts.SMALL_SHOPS,
        }  # fmt: skip
        pair = {"sender": self.sender, "unit": self.unit, "at": self.at}
        if on_paper:
            self.case = take_down(by=self.by_unit, received_on=issued, way="post", receiver="收发室", **pair, **facts)
        else:
            self.case = send(by=self.by_sender, **pair, **facts)

    def unit_does(self, days, step, note="", **given):
        self._take(days, step, self.by_unit, note, given)

    def sender_does(self, days, step, note="", **given):
        self._take(days, step, self.by_sender, note, given)

    def _take(self, days, step, by, note, given):
        self.at = self._in_hours(self.at + days * DAY)
        ring(self.case, at=self.at)
        self.case = engine.take(self.case, step, by=by, at=self.at, note=note, **given)

    def receive(self):
        self.unit_does(1, "receive", receiver=self.rng.choice(("办公室主任", "法规科科长")))

    def answer(self, days, note=""):
        reply = f"{self.unit.short_name}函〔{self.at.year}〕{self.rng.randrange(3, 60)}号"
        self.unit_does(days, "answer", note or self.rng.choice(texts.ANSWERS), reply_number=reply, files=[proof(self.case.title)])

    def accept(self):
        self.sender_does(self.rng.randrange(5, 15), "accept", self.rng.choice(texts.ADOPTED), files=[])


def proof(title):
    """A page of proof, as a unit would upload it."""
    paper, kept = Document(), BytesIO()
    for line in (f"{title}整改情况说明（演示）", "一、排查台账", "二、整改前后对照", "三、制度文件目录"):
        paper.add_paragraph(line)
    paper.save(kept)
    return check(SimpleUploadedFile("整改证明材料.docx", kept.getvalue(), content_type=DOCX.mime))


def adopted(story):
    story.receive()
    story.answer(story.rng.randrange(18, 27))
    story.accept()


def again(story):
    story.receive()
    story.answer(30, texts.THIN_ANSWER)
    story.sender_does(8, "ask_again", texts.AGAIN, answer_by=None, files=[])
    story.answer(20)
    story.accept()


def partly(story):
    story.receive()
    story.answer(45)
    story.sender_does(10, "accept_partly", texts.PARTLY, files=[])


def extended(story):
    story.receive()
    story.unit_does(40, "ask_extension", texts.EXTENSION, amount=1)
    story.sender_does(2, "grant_extension", texts.GRANTED)
    story.answer(30)
    story.accept()


def referred(story):
    story.receive()
    story.answer(50, texts.THIN_ANSWER)
    story.sender_does(6, "ask_again", texts.AGAIN, answer_by=None, files=[])
    story.answer(20, texts.THIN_ANSWER)
    story.sender_does(7, "refer", texts.REFERRED, ground=1)


def paper(story):
    story.answer(20)
    story.accept()


def late(story):
    story.receive()
    story.sender_does(55, "remind", texts.REMINDER)


def withdrawn(story):
    story.receive()
    story.unit_does(3, "object", texts.OBJECTION)
    story.sender_does(5, "withdraw", texts.WITHDRAWN)


def answered(story):
    story.receive()
    story.answer(26)


def urgent(story):
    story.receive()


def asked(story):
    story.receive()
    story.unit_does(9, "ask_extension", texts.EXTENSION, amount=15)


def objected(story):
    story.receive()
    story.unit_does(4, "object", texts.OBJECTION)


FATES = {
    "adopted": adopted, "again": again, "partly": partly, "extended": extended, "referred": referred, "paper": paper, "late": late,
    "withdrawn": withdrawn, "answered": answered, "urgent": urgent, "asked": asked, "objected": objected, "received": Story.receive,
}  # fmt: skip
