"""A believable year of mediations, each one taken through the flow by the engine itself, at moments of the past."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef

from disputes.complaints.demo.people import person_name, phone_number
from disputes.mediation.demo import words
from disputes.mediation.demo.people import gathered
from disputes.mediation.enums import Consent, Nature, Side, Source, State
from disputes.mediation.models import Mediation, Party, Unmediable
from disputes.mediation.services import PartyFacts, open_mediation
from governance.cases.models import Handover
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.services import loading_history

CITY_TIME = ZoneInfo("Asia/Shanghai")
COUNT, AT_HOME = 340, 24  # in all, and of these before the committee of the named mediator
YEAR, RECENT = 365, timedelta(days=10)
LATELY, LATE = 25, 60  # days, and how many of all are still fresh: a live desk shows every state
KINDS = {"neighbour": 26, "family": 18, "property": 14, "labour": 14, "consumer": 9, "medical": 6, "traffic": 6, "general": 9}
SOURCES = {
    Source.WEB: 34, Source.COUNTER: 26, Source.GRID: 12, Source.POLICE: 9, Source.HOTLINE: 8, Source.OFFERED: 6, Source.COURT: 3,
    Source.PETITION: 2,
}  # fmt: skip
OPENS, CLOSES = 9, 17
AGREED_ON, FALLS_THROUGH = 0.3, 0.12  # shares: sessions agreed on before, and those of them in vain
BATCH = 50


@dataclass
class Story:
    """One dispute on its way; disputes.dossier files it. `at` is its clock; the story stops where the present begins."""

    rng: Any
    told: dict
    at: datetime
    now: datetime
    mediation: Any = None
    mediators: list = field(default_factory=list)

    @property
    def mediator(self):
        return self.mediators[0]

    def take(self, step, by=None, **given):
        """Take a step at the story's time, after whatever lapsed before it; False once the present is reached."""
        if self.at >= self.now:
            return False
        ring(self.mediation, at=self.at)
        self.mediation = engine.take(self.mediation, step, by=by or self.mediator, at=self.at, **given)
        return True

    def wait(self, least, most):
        """Let days pass; what falls into the night goes on in the morning."""
        local = (self.at + timedelta(days=self.rng.uniform(least, most))).astimezone(CITY_TIME)
        if not OPENS <= local.hour < CLOSES:
            local = local.replace(hour=self.rng.randrange(OPENS, CLOSES), minute=self.rng.randrange(60))
        self.at = max(local, self.at)


def seed(*, rng, scale, count, at, say):
    """Open and mediate disputes over the twelve months before `at`; nothing for a city in bulk, or when there are some already."""
    if scale != "demo" or Mediation.objects.filter(mediator__isnull=False).exists():
        return
    cast, refusals = gathered(rng), list(Unmediable.objects.filter(active=True))
    days = sorted([*rng.choices(range(LATELY, YEAR), k=COUNT - LATE), *rng.choices(range(LATELY), k=LATE)], reverse=True)
    homes = {*rng.sample(range(COUNT - 60), AT_HOME // 2), *range(COUNT - AT_HOME // 2, COUNT)}
    with loading_history(since=at - RECENT), rules_read_once():
        for start in range(0, COUNT, BATCH):
            with transaction.atomic():
                for index in range(start, min(start + BATCH, COUNT)):
                    place = cast.at_home(rng) if index in homes else cast.somewhere(rng)
                    tell(Random(rng.random()), cast, refusals, place, day=days[index], now=at)
    say(f"mediations: {COUNT} told")


def seed_taken_over(*, rng, scale, count, at, say):
    """Mediate what complaints and grid reports were handed over as; nothing for a city in bulk."""
    if scale != "demo":
        return
    handed_over = Handover.objects.filter(target_type=ContentType.objects.get_for_model(Mediation)).values("target_id")
    without_other_side = ~Exists(Party.objects.filter(mediation=OuterRef("pk"), side=Side.RESPONDENT))
    taken_over = list(Mediation.objects.filter(without_other_side, pk__in=handed_over, state=State.REGISTERED).order_by("pk"))
    cast, refusals = gathered(rng), list(Unmediable.objects.filter(active=True))
    with loading_history(since=at - RECENT), rules_read_once():
        for mediation in taken_over:
            with transaction.atomic():
                go_on(Random(rng.random()), cast, refusals, mediation, now=at)
    say(f"mediations: {len(taken_over)} taken over")


def tell(rng, cast, refusals, place, *, day, now):
    """One dispute of a day that many days ago, carried as far as it has come by `now`."""
    opened = datetime.combine(
        (now - timedelta(days=day)).astimezone(CITY_TIME).date(), time(rng.randrange(9, 18), rng.randrange(60)), CITY_TIME
    )
    if opened >= now:
        opened = now - timedelta(minutes=rng.randrange(20, 300))
    kind = rng.choices(list(KINDS), weights=KINDS.values())[0]
    story = Story(rng, words.story(rng, kind, opened.month), opened, now, mediators=cast.mediators[place.path[:9]])
    story.mediation = opened_by(story, kind, place)
    mediate(story, refusals)
    ring(story.mediation, at=now)


def go_on(rng, cast, refusals, mediation, *, now):
    """What a complaint or a grid report was handed over as: the other side is entered, then it goes its way like any other."""
    mediators = cast.mediators.get(mediation.place_path[:9])
    if not mediators:
        return
    told = words.story(rng, "neighbour", mediation.opened_at.month)
    story = Story(rng, told, mediation.opened_at, now, mediation=mediation, mediators=mediators)
    story.wait(0.1, 1)
    missing = [(Side.RESPONDENT, told["other_name"])]
    if not mediation.parties.exists():
        missing.append((Side.APPLICANT, told["name"]))
    for side, name in missing:
        party = {"side": side, "nature": Nature.PERSON, "party_name": name, "party_phone": phone_number(rng)}
        if not story.take("enter_party", party=None, id_number="", address="", agent="", **party):
            break
    else:
        mediate(story, refusals)
    ring(story.mediation, at=now)


def opened_by(story, kind, place):
    """Register it as a party or the committee would."""
    rng, told = story.rng, story.told
    source = rng.choices(list(SOURCES), weights=SOURCES.values())[0]
    parties = [
        PartyFacts("applicant", told["name"], phone_number(rng)),
        PartyFacts("respondent", told["other_name"], phone_number(rng) if rng.random() < 0.8 else "", told["nature"]),
    ]
    unit, number = words.came_from(rng, source, place, story.at)
    return open_mediation(
        at=story.at, by=RESIDENT if source == Source.WEB else story.mediator, place=place, kind=kind, source=source, parties=parties,
        description=told["description"], demand=told["demand"], source_unit=unit, source_ref=number,
    ).mediation  # fmt: skip


def mediate(story, refusals):
    """The way of one dispute: refused, withdrawn, or accepted and mediated to an end."""
    rng = story.rng
    story.wait(3.5, 6) if rng.random() < 0.06 else story.wait(0.1, 1.8)
    if rng.random() < 0.06:
        refusal = rng.choices(refusals, weights=[8, *[1] * (len(refusals) - 1)])[0]
        if refusal.code == "party_refuses":
            other = story.mediation.parties.filter(side=Side.RESPONDENT).first()
            if other and not story.take("note_consent", whom=other, consent=Consent.REFUSES, note="电话征求意见，对方明确表示不调解。"):
                return
        story.take("not_accept", refusal=refusal, note=refusal.right_way)
        return
    if not story.take("accept", kind=story.mediation.kind, points=story.told["points"]):
        return
    story.wait(0.1, 2)
    chosen = rng.choices(("accepted", "together", "committee"), weights=(6, 3, 1))[0]
    if story.take("assign", mediator=story.mediator, no_conflict=True, chosen=chosen) and prepared(story) and talked(story):
        settled(story)


def prepared(story):
    """The matter is graded where it is grave, and whoever acts for a party is entered."""
    rng = story.rng
    if rng.random() < 0.12:
        scheme = story.mediation.colour_scheme
        rules = list(scheme.rules.filter(fact="", colour="yellow" if rng.random() < 0.8 else "red")) if scheme else []
        if rules and not story.take("grade", criteria=[rng.choice(rules)]):
            return False
    if rng.random() < 0.06 and story.mediation.parties.exists():
        facts = {
            "authority": "special",
            "powers": "代为承认、变更请求，进行和解",
            "agent_name": person_name(rng),
            "agent_phone": phone_number(rng),
        }
        return story.take("add_agent", whom=story.mediation.parties.first(), agent_id="", **facts)
    return True


def talked(story):
    """Sessions until the parties are one, or are not; what happens between them."""
    rng = story.rng
    if rng.random() < 0.03:
        story.wait(0.5, 3)
        story.take("withdraw", RESIDENT, note=rng.choice(words.WITHDRAWN))
        return False
    if rng.random() < 0.03 and not story.take("report_to_police", note=rng.choice(words.POLICE)):
        return False
    if story.mediation.kind == "medical" and rng.random() < 0.6 and not assessed(story):
        return False
    for _number in range(rng.choices((0, 1, 2), weights=(55, 33, 12))[0]):
        story.wait(1, 4)
        if not met(story, rng.choice(words.UNSETTLED)):
            return False
    if rng.random() < 0.06:
        return lengthened(story)
    return True


def assessed(story):
    """Experts are asked; the limit stands still meanwhile."""
    story.wait(1, 4)
    asked = {"body": story.rng.choice(words.EXPERTS), "costs": "由医疗机构先行垫付"}
    if not story.take("ask_expert", note=story.rng.choice(words.EXPERT_ASKED), **asked):
        return False
    story.wait(12, 35)
    return story.take("receive_opinion", note=story.rng.choice(words.EXPERT_GIVEN))


def lengthened(story):
    """Both want more time, where the limit allows it."""
    limit = Deadline.objects.of(story.mediation).filter(term="mediation.limit").select_related("limit").get().limit
    if limit.may_extend_by and story.at < story.mediation.due_at:
        return story.take("extend", amount=min(limit.may_extend_by, 10), note=story.rng.choice(words.EXTENDED))
    return True


def met(story, result):
    """One session, with its record."""
    rng = story.rng
    facts = {"venue": rng.choice(words.VENUES), "course": words.course(rng, story.mediation.kind), "result": result}
    attendance = rng.choices(("both", "separate", "applicant"), weights=(80, 15, 5))[0]
    session = None
    if rng.random() < AGREED_ON:
        session = arranged(story, facts["venue"])
        if session is None:
            return False
    held = {
        "held_at": story.at - timedelta(minutes=rng.randrange(20, 120)),
        "attendance": attendance,
        "rights_told": True,
        "session": session,
    }
    return story.take("hold_session", **held, **facts)


def arranged(story, venue):
    """A session agreed on for one of the next days, now and then in vain; None once the present is reached."""
    rng = story.rng
    while True:
        begins = (story.at + timedelta(days=rng.randrange(1, 4))).astimezone(CITY_TIME).replace(hour=rng.choice((9, 10, 15)), minute=0)
        given = {"scheduled_for": begins, "venue": venue, "room": rng.choice(words.ROOMS), "invite_way": rng.choice(("phone", "text"))}
        if not story.take("schedule", **given):
            return None
        story.at = begins + timedelta(hours=2)
        session = story.mediation.sessions.scheduled().first()
        if rng.random() > FALLS_THROUGH:
            return session if story.at < story.now else None
        if not story.take("note_not_held", session=session, not_held=rng.choice(("respondent", "applicant", "postponed"))):
            return None


def settled(story):
    """The last session: an agreement, or the other ways told; then performance, the court, the file."""
    rng = story.rng
    story.wait(20, 45) if rng.random() < 0.07 else story.wait(1, 5)
    agreed = rng.random() < 0.84
    if not met(story, rng.choice(words.SETTLED if agreed else words.BROKEN)):
        return
    if agreed and concluded(story):
        followed(story)
    elif not agreed:
        reason = rng.choices(("apart", "refused", "absent", "elsewhere"), weights=(5, 3, 1, 1))[0]
        story.take("end", end_reason=reason, note=rng.choice(words.BROKEN))


def concluded(story):
    rng, told = story.rng, story.told
    form = "written" if rng.random() < 0.82 else "oral"
    return story.take(
        "agree", form=form, facts=told["description"], points=told["points"], responsibilities=told["responsibilities"],
        duties=told["duties"], way=told["way"], venue=story.mediation.office.short_name,
        perform_by=(story.at + timedelta(days=rng.choice((7, 10, 15, 30)))).astimezone(CITY_TIME).date(),
    )  # fmt: skip


def followed(story):
    """The court within its thirty days, for some; then the committee asks after the performance."""
    rng = story.rng
    story.wait(1, 8)
    if story.mediation.is_written:
        asked = rng.random() < 0.15
        court = {"court": f"{story.mediation.place.parent.parent.short_name}人民法院"} if asked else {}
        if not story.take("confirm_asked" if asked else "confirm_waived", **court):
            return
        if asked:
            story.wait(5, 12)
            number = f"（{story.at.year}）内0102诉前调确{rng.randrange(1, 400)}号"
            if not story.take("confirm", confirmation="confirmed", note="人民法院裁定确认调解协议有效。", ruling_number=number):
                return
    story.wait(3, 18)
    if rng.random() < 0.35:
        if not story.take("follow_up", note=rng.choice(words.FOLLOW_UPS)):
            return
        story.wait(6, 25)
    kept = rng.random() < 0.93
    story.take("perform" if kept else "note_unperformed", note=rng.choice(words.PERFORMED if kept else words.UNPERFORMED))
