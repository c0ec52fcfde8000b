"""A believable year of complaints, each one taken through the flow by the engine itself, at moments of the past."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing import get_context
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connections, transaction

from disputes.complaints.demo import shares, texts, turns
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.streets import is_rural
from disputes.complaints.enums import Source, State
from disputes.complaints.models import Category, Complaint, Refusal
from disputes.complaints.services import file_complaint
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from governance.places.models import Place

CITY_TIME = ZoneInfo("Asia/Shanghai")
COUNT = 1000
YEAR, RECENT = timedelta(days=365), timedelta(days=10)
TOWN_WEIGHT, VILLAGE_WEIGHT = 9, 1
OPENS, CLOSES = 9, 17
BETWEEN_PEOPLE, MEDIATED = {"1208", "1306"}, 0.5  # quarrels that a committee takes over, and how many of them
BATCH = 50


@dataclass
class Cast:
    """Who acts in the stories: the operator, and somebody at every office that handles."""

    operator: Any
    handlers: dict
    places: list
    weights: list
    categories: dict
    refusals: list


@dataclass
class Story:
    """One complaint on its way. `at` is its clock; the story stops where the present begins."""

    rng: Any
    cast: Cast
    complaint: Any
    outcome: Any
    at: datetime
    now: datetime
    place: str = ""
    office: Any = field(default=None)

    def take(self, step, by, **given):
        """Take a step at the story's time, after whatever lapsed before it; False once the present is reached."""
        if self.at >= self.now:
            return False
        ring(self.complaint, at=self.at)
        self.complaint = engine.take(self.complaint, step, by=by, at=self.at, **given)
        return True

    def wait(self, least, most):
        """Let hours pass; what falls into the night goes on in the morning."""
        self.at = in_office(self.at + timedelta(hours=self.rng.uniform(least, most)), self.rng)

    def wait_for(self, term, *, in_time):
        """Let time pass until shortly before a clock ends, or until some time after it."""
        due = due_of(self.complaint, term)
        if in_time:
            self.at = max(self.at + (due - self.at) * self.rng.uniform(0.15, 0.9), self.at)
        else:
            self.at = in_office(max(due, self.at) + timedelta(hours=self.rng.uniform(2, 70)), self.rng)


def due_of(complaint, term):
    """When the latest clock of a term ends."""
    return Deadline.objects.of(complaint).filter(term=term).order_by("-started_at").values_list("due_at", flat=True)[0]


def in_office(at, rng):
    """The same moment if it lies in the day's work, else some minutes after the next opening."""
    local = at.astimezone(CITY_TIME)
    if local.hour >= CLOSES:
        local = (local + timedelta(days=1)).replace(hour=OPENS, minute=rng.randrange(5, 59))
    elif local.hour < OPENS:
        local = local.replace(hour=OPENS, minute=rng.randrange(5, 59))
    return local


def seed_demo(*, rng, at, count=None, say=lambda line: None):
    """File and handle `count` complaints over the twelve months before `at`; nothing when that was done before. What the grids handed over
    goes its way as well."""
    if Complaint.objects.exclude(source=Source.GRID).exists():
        say("complaints: there are some already")
        return
    handed_over = list(Complaint.objects.filter(state=State.REGISTERED).select_related("place", "category", "suggested_office"))
    total = count or COUNT
    days = shares.days(rng, first=(at - YEAR).date(), last=at.date(), amount=total)
    middle = next(index for index in range(total // 2, total + 1) if index == total or days[index] != days[index - 1])
    parts = [(days[:middle], rng.random(), at), (days[middle:], rng.random(), at)]
    say(f"complaints: {total} on their way, two at a time")
    connections.close_all()
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("fork")) as pool:
        telling = pool.map(tell_all, *zip(*parts, strict=True))
        go_on(rng, handed_over, now=at)
        for done in telling:
            say(f"complaints: {done} told")


def go_on(rng, complaints, *, now):
    """Carry cases that another procedure handed over as far as they have come by `now`."""
    cast = gathered()
    with loading_history(since=now - RECENT), rules_read_once():
        for complaint in complaints:
            fate = shares.outcome(rng, county_code=complaint.place_path[:6], category_code=complaint.category.code, kind=complaint.kind)
            with transaction.atomic():
                handle(Story(rng, cast, complaint, fate, complaint.opened_at, now, place=complaint.place.short_name))


def tell_all(days, seed, now):
    """The complaints of these days, fifty to a transaction. Two processes hardly ever share a day, so neither waits for a number."""
    connections.close_all()
    rng, cast = Random(seed), gathered()
    with loading_history(since=now - RECENT), rules_read_once():
        for start in range(0, len(days), BATCH):
            with transaction.atomic():
                for day in days[start : start + BATCH]:
                    tell(rng, cast, day, now=now)
    return len(days)


def gathered():
    """The cast, read once."""
    posts = Post.objects.filter(user__is_demo=True).with_office()
    handlers, operator = {}, None
    for post in posts:
        post.user.acting_post = post
        if post.role == Role.HOTLINE_OPERATOR:
            operator = post.user
        elif post.role in {Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER}:
            handlers.setdefault(post.office_id, post.user)
    places = list(Place.objects.in_use().filter(level="village", nature="regular").select_related("parent"))
    weights = [VILLAGE_WEIGHT if is_rural(place.short_name) else TOWN_WEIGHT for place in places]
    categories = {category.code: category for category in Category.objects.leaves()}
    return Cast(operator, handlers, places, weights, categories, list(Refusal.objects.filter(active=True)))


def tell(rng, cast, day, *, now):
    """File one complaint of that day and carry it as far as it has come by `now`."""
    place = rng.choices(cast.places, weights=cast.weights)[0]
    source = shares.source(rng)
    opened = datetime.combine(day, shares.time_of_day(rng, source=source), CITY_TIME)
    if opened >= now:
        opened = now - timedelta(minutes=rng.randrange(5, 300))
    code, kind = shares.matter(rng, day=day, rural=is_rural(place.short_name))
    complaint = filed(rng, cast, place, cast.categories[code], kind, source, opened)
    fate = shares.outcome(rng, county_code=place.path[:6], category_code=code, kind=kind)
    handle(Story(rng, cast, complaint, fate, opened, now, place=place.short_name))


def filed(rng, cast, place, category, kind, source, opened):
    """Register it as a person or an operator would."""
    title, description, landmark = texts.complaint_text(
        rng, category_code=category.code, place_name=place.short_name, kind=kind, month=opened.month
    )
    anonymous = kind == "report" and rng.random() < shares.ANONYMOUS_REPORTS
    return file_complaint(
        at=opened, by=RESIDENT if source in shares.ONLINE else cast.operator, place=place, category=category, kind=kind, title=title[:60],
        description=description, landmark=landmark, source=source, name="" if anonymous else person_name(rng),
        phone="" if anonymous else phone_number(rng), is_anonymous=anonymous, is_secret=not anonymous and rng.random() < shares.SECRET,
    ).complaint  # fmt: skip


def handle(story):
    """The way of one complaint, and what lapsed since its last step."""
    go_its_way(story)
    ring(story.complaint, at=story.now)


def go_its_way(story):
    """Refused, withdrawn, or dispatched and handled to the end."""
    rng = story.rng
    story.wait(0.2, 2.5)
    if rng.random() < 0.02:
        refusal = rng.choice(story.cast.refusals)
        story.take("not_accept", story.cast.operator, refusal=refusal, note=refusal.right_way)
        return
    if rng.random() < 0.008:
        story.take("withdraw", RESIDENT, note=texts.step_note(rng, "withdraw"))
        return
    if dispatched(story) and answered(story):
        concluded(story)


def dispatched(story):
    """Classified, given to the suggested office, perhaps objected to, signed for."""
    complaint, operator = story.complaint, story.cast.operator
    facts = {"kind": complaint.kind, "category": complaint.category, "urgency": complaint.urgency}
    if not story.take("classify", operator, **facts):
        return False
    story.wait(0.1, 1.0)
    story.office = complaint.suggested_office
    if story.office is None or story.office.pk not in story.cast.handlers:
        return False
    if not story.take("dispatch", operator, office=story.office, note=texts.step_note(story.rng, "dispatch")):
        return False
    handler = story.cast.handlers[story.office.pk]
    story.wait(0.3, 3)
    if story.outcome.objected and not objected(story, handler):
        return False
    return story.take("sign", handler)


def objected(story, handler):
    """An objection in time, rejected a few hours later."""
    story.at = min(story.at, due_of(story.complaint, "complaints.object"))
    if not story.take("object", handler, note=texts.step_note(story.rng, "object")):
        return False
    story.wait(1, 5)
    if not story.take("reject_objection", story.cast.operator, note=texts.step_note(story.rng, "reject_objection")):
        return False
    story.wait(0.3, 2)
    return True


def answered(story):
    """Contacted, handled, perhaps extended, answered."""
    rng, handler = story.rng, story.cast.handlers[story.office.pk]
    story.wait_for("complaints.contact", in_time=story.outcome.contact_in_time)
    if not story.take("contact", handler, note=texts.contact_note(rng)):
        return False
    if story.complaint.category.code in BETWEEN_PEOPLE and rng.random() < MEDIATED:
        story.wait(2, 20)
        story.take("pass_to_mediation", handler, note=texts.step_note(rng, "pass_to_mediation"))
        return False
    if turns.may_be_asked(story) and not turns.asked(story, handler):
        return False
    if story.outcome.extended and not extended(story, handler):
        return False
    story.wait_for("complaints.handle", in_time=story.outcome.reply_in_time)
    return story.take("reply", handler, note=reply(story))


def extended(story, handler):
    """Asked and granted, where the limit allows it."""
    most = Deadline.objects.of(story.complaint).get(term="complaints.handle").limit.may_extend_by
    if not most:
        return True
    story.wait(1, 6)
    note = texts.step_note(story.rng, "ask_extension")
    if not story.take("ask_extension", handler, amount=min(most, story.rng.choice((3, 5, 5, 10))), note=note):
        return False
    story.wait(1, 6)
    return story.take("grant_extension", story.cast.operator, note=texts.step_note(story.rng, "grant_extension"))


def reply(story):
    complaint = story.complaint
    return texts.reply_text(
        story.rng, category_code=complaint.category.code, place_name=story.place, office=story.office.short_name, kind=complaint.kind,
        solved=story.outcome.solved or "yes",
    )  # fmt: skip


def concluded(story):
    """Called back, perhaps reworked, closed."""
    rng, fate, operator = story.rng, story.outcome, story.cast.operator
    story.wait(2, 40)
    said = {
        "reached": fate.reached,
        "solved": fate.solved if fate.reached else "",
        "satisfaction": fate.satisfaction if fate.reached else "",
    }
    note = texts.callback_note(rng, office=story.office.short_name, **said)
    if not story.take("call_back", operator, note=note, **said):
        return
    if fate.reworked and not reworked(story):
        return
    story.wait(0.1, 2)
    if turns.closed(story):
        afterwards(story)


def afterwards(story):
    """Rated, perhaps asked to be reopened; a plan comes back on its day."""
    rng, fate = story.rng, story.outcome
    if fate.rates and fate.solved:
        story.wait(3, 120)
        said = {"solved": fate.solved, "satisfaction": fate.satisfaction}
        note, declined = texts.rating_reason(rng, **said), rng.random() < turns.DECLINES
        story.take("rate", RESIDENT, **said, declined=declined, note=note)
    if fate.asks_reopening and not story.complaint.reopening_asked:
        story.wait(5, 60)
        story.take("ask_reopening", RESIDENT, note=texts.step_note(rng, "ask_reopening"))
    turns.decided(story)
    turns.come_back(story)


def reworked(story):
    """Sent back once and answered better; the person is asked again."""
    rng, operator = story.rng, story.cast.operator
    story.wait(0.1, 1)
    if not story.take("return_for_rework", operator, note=texts.step_note(rng, "return_for_rework")):
        return False
    story.wait_for("complaints.handle", in_time=True)
    if not story.take("reply", story.cast.handlers[story.office.pk], note=reply(story)):
        return False
    story.wait(2, 30)
    note = texts.callback_note(rng, office=story.office.short_name, reached=True, solved="yes", satisfaction="fairly")
    story.outcome = story.outcome.__class__(
        **{**story.outcome.__dict__, "solved": "yes", "satisfaction": "fairly", "asks_reopening": False}
    )
    return story.take("call_back", operator, note=note, reached=True, solved="yes", satisfaction="fairly")
