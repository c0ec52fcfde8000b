"""A believable year of deliberations, each taken through the flow by the engine itself, at moments of the past."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any

from django.db import transaction

from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.services import loading_history
from grids.deliberation.demo import texts
from grids.deliberation.enums import Raiser, State, Way
from grids.deliberation.forms import invited
from grids.deliberation.models import Deliberation
from grids.deliberation.services import raise_matter
from grids.mesh.demo.names import mobile, person_name
from grids.organisations.demo.cast import local, villages

COUNT, YEAR, RECENT = 38, 330, timedelta(days=10)
DECLINED, UNSETTLED, POSTPONED, LATE = 0.06, 0.08, 0.1, 0.18
AT_HOME = (  # where those of the home village stand today: days ago they were raised, and how far they came
    (2, State.RAISED), (9, State.ACCEPTED), (12, State.SCHEDULED), (16, State.ANNOUNCED), (24, State.HELD), (45, State.CARRYING),
    (56, State.CARRIED_OUT), (150, State.CLOSED), (240, State.CLOSED),
)  # fmt: skip


class Present(Exception):
    """The story has come as far as today, or as far as it is to be told."""


@dataclass
class Story:
    """One matter on its way. `at` is its clock; `until` the state it is to stand in, if it is one that is still open."""

    rng: Any
    village: Any
    tale: Any
    at: datetime
    now: datetime
    until: Any = None
    case: Any = None

    def take(self, step, **given):
        """Take a step at the story's time, after whatever lapsed before it."""
        if self.at >= self.now or self.case.state == self.until:
            raise Present
        ring(self.case, at=self.at)
        self.case = engine.take(self.case, step, by=self.village.clerk, at=self.at, **given)

    def note(self, step, **given):
        """Take a step that leaves the matter where it stands, unless today is reached."""
        if self.at < self.now:
            self.case = engine.take(self.case, step, by=self.village.clerk, at=self.at, **given)

    def wait(self, least, most, *, hour=10):
        self.at = max(local(self.at + timedelta(days=self.rng.uniform(least, most)), hour=hour, minute=self.rng.randrange(60)), self.at)


def seed(*, rng, scale, count, at, say):
    """The matters; nothing where there are some already."""
    if scale != "demo" or Deliberation.objects.exists():
        return
    places = villages(rng)
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        for story in beginnings(rng, places, now=at):
            tell(story)
    say(f"deliberations: {Deliberation.objects.count()} told")


def beginnings(rng, places, *, now):
    """The home village's at every stage, and others spread over the year; in the order of time."""
    home, others = places[0], places[1:]
    fitting = {rural: cycle([tale for tale in texts.TALES if tale.rural == rural]) for rural in (False, True)}
    drawn = [(days, home, until) for days, until in AT_HOME]
    drawn += [(rng.uniform(4, YEAR), rng.choice(others), None) for _ in range(COUNT - len(AT_HOME))]
    for days, village, until in sorted(drawn, key=lambda one: -one[0]):
        begins = local(now - timedelta(days=days), hour=9, minute=rng.randrange(60))
        yield Story(rng, village, next(fitting[village.is_rural]), begins, now, until)


def tell(story):
    """Raised, and carried as far as it has come."""
    rng, tale = story.rng, story.tale
    by_resident = rng.random() < 0.6
    facts = {"name": person_name(rng), "phone": mobile(rng)} if by_resident else {}
    raiser = Raiser.RESIDENT if by_resident else rng.choice([Raiser.REPRESENTATIVE, Raiser.COMMITTEE, Raiser.GRID])
    opened = raise_matter(
        at=story.at, by=RESIDENT if by_resident else story.village.clerk, place=story.village.place, title=tale.title, kind=tale.kind,
        description=tale.told, raised_by=raiser, **facts,
    )  # fmt: skip
    story.case = opened.deliberation
    try:
        prepare(story)
        hold(story)
        carry(story)
    except Present:
        ring(story.case, at=story.now)


def prepare(story):
    """Accepted, its meeting fixed, sides invited, announced in time."""
    rng, tale = story.rng, story.tale
    story.wait(0.5, 5)
    if story.until is None and rng.random() < DECLINED:
        story.take("decline", note=rng.choice(texts.DECLINED))
        raise Present
    story.take("accept", title=tale.title, kind=tale.kind)
    story.wait(0.5, 3)
    story.take("schedule", **meeting(story, days=rng.randint(6, 12)))
    for role, body, people in sides(rng, story.village):
        names = "、".join(person_name(rng) for _ in range(people)) if role in {"representative", "concerned"} else ""
        story.note("invite", note=invited(role, body, people), role=role, body=body, people=people, names=names)
    story.at += timedelta(minutes=40)
    story.take("announce")
    if story.until is None and rng.random() < POSTPONED:
        story.wait(0.5, 1)
        story.take("postpone", note=texts.POSTPONED, **meeting(story, days=9))
        story.at += timedelta(minutes=30)
        story.take("announce")


def meeting(story, *, days):
    """A day some time ahead; a meeting that is still to come lies after today."""
    fixed = {State.ANNOUNCED: 5, State.HELD: -2}
    ahead = story.now + timedelta(days=fixed[story.until]) if story.until in fixed else story.at + timedelta(days=days)
    venue = "村委会会议室" if story.village.is_rural else "社区议事厅"
    chair = "村民委员会主任" if story.village.is_rural else "社区居民委员会主任"
    return {"meet_at": local(ahead, hour=15), "venue": venue, "chair": chair, "agenda": story.tale.agenda}


def sides(rng, village):
    """(role, name of the body, how many): who sits at the table."""
    committee = village.place.short_name + ("村民委员会" if village.is_rural else "居民委员会")
    found = [("committee", committee, rng.randint(2, 3)), ("representative", "", rng.randint(5, 9)), ("concerned", "", rng.randint(3, 8))]
    if not village.is_rural:
        found += [("owners", "", 2), ("property", "", rng.randint(1, 2))]
    return found


def hold(story):
    """Held on its day, views by side, a vote now and then."""
    rng, case = story.rng, story.case
    story.at = case.meet_at + timedelta(hours=2)
    attended = rng.randint(12, 24)
    by_vote = rng.random() < 0.4
    against, abstained = (rng.randint(0, 3), rng.randint(0, 2)) if by_vote else (None, None)
    votes = {"votes_for": attended - against - abstained if by_vote else None, "votes_against": against, "votes_abstained": abstained}
    story.take("hold", attended=attended, way=Way.VOTE if by_vote else Way.CONSENSUS, note=texts.HELD, **votes)
    for role, words in story.tale.views:
        story.at += timedelta(minutes=5)
        story.note("record_view", note=words, role=role)
    story.wait(0.5, 2)
    if story.until is None and rng.random() < UNSETTLED:
        story.take("publish_no_result", note=texts.UNSETTLED)
        raise Present


def carry(story):
    """The result is published, carried out by its day or later, judged and ended."""
    rng, tale = story.rng, story.tale
    length = 30 if story.until in (State.CARRYING, State.CARRIED_OUT) else rng.randint(25, 70)
    by = (story.at + timedelta(days=length)).date()
    story.take("publish_result", result=tale.result, responsible=tale.responsible, carry_by=by)
    story.wait(length * 0.3, length * 0.5)
    story.note("progress", note=tale.progress, photos=[])
    late = story.until is None and rng.random() < LATE
    story.wait(length * 0.6, length * 0.9) if late else story.wait(length * 0.2, length * 0.4)
    story.take("carry_out", note=tale.done, photos=[])
    story.wait(2, 8)
    asked = rng.randint(11, 22)
    story.take("evaluate", asked=asked, satisfied=asked - rng.randint(0, 3), note=rng.choice(texts.JUDGED))
    story.wait(0.5, 2)
    story.take("close")
