"""The major hazards of the demo, each one taken through the flow by the engine itself; and those of the demo's own mall."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from emergencies.hazards.demo import words
from emergencies.hazards.demo.people import gathered
from emergencies.hazards.enums import Source
from emergencies.hazards.models import Stage
from emergencies.hazards.services import report_hazard
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history

COUNT, RECENT = 13, timedelta(days=20)
MALL = "site-150102001001-1"
AGES = (310, 250, 200, 160, 140, 110, 80, 60, 40, 24, 12, 5, 2)  # days ago


@dataclass
class Story:
    """One hazard on its way; it stops where the present begins."""

    cast: Any
    hazard: Any
    at: Any
    supervisor: Any
    keeper: Any  # whoever runs the site
    centre: Any

    def take(self, days, name, by, **given):
        """Take a step some days later; False once the present is reached."""
        self.at += timedelta(days=days)
        if self.at >= self.cast.at:
            return False
        ring(self.hazard, at=self.at)
        self.hazard = engine.take(self.hazard, name, by=by, at=self.at, **given)
        return True


def tell_majors(*, rng, at):
    """Returns how many were told."""
    cast = gathered(rng, at)
    managed = [one for one in cast.managed if supervisor_at(cast, one) is not None and one.site.code != MALL]
    chosen = rng.sample(managed, min(COUNT, len(managed)))
    with loading_history(since=at - RECENT), rules_read_once():
        for age, venue in zip(AGES, chosen, strict=False):
            govern(begun(cast, venue, rng.choice(words.majors_at(venue.kind.code)), age=age))
        tell_the_mall(cast)
    return len(chosen) + 1


def supervisor_at(cast, venue):
    """The person at the fire brigade or the emergency bureau of the county, whichever is there."""
    found = cast.bureau(cast.sectors["fire"], venue.place.path)
    return cast.people.get(found.pk) if found else None


def begun(cast, venue, what, *, age):
    code, criterion, seen = what
    sector = cast.sectors[code]
    office = cast.bureau(sector, venue.place.path)
    supervisor = cast.people.get(office.pk if office else None) or supervisor_at(cast, venue)
    at = cast.at - timedelta(days=age)
    latitude, longitude = cast.near(venue.place.path)
    hazard = report_hazard(
        at=at, by=supervisor, place=venue.place, sector=sector, description=seen.format(title=venue.title), source=Source.INSPECTION,
        landmark=venue.landmark, site=venue.site, latitude=latitude, longitude=longitude,
    )  # fmt: skip
    story = Story(cast, hazard, at, supervisor, cast.people[venue.site_id], cast.centre(venue.place.path))
    whose = {"site": venue.site, "responsible": venue.title}
    story.take(0.3, "grade_major", supervisor, note=words.REASON, criterion=cast.criteria[criterion], **whose)
    return story


def govern(story, *, until=""):
    """Measures, plan, listing, stages, removal, acceptance, and the word of a second person."""
    rng, day = story.cast.rng, (story.at + timedelta(days=75)).date()
    stages = [{"text": text, "owner": "安全部负责人", "until": (story.at + timedelta(days=days)).date()} for text, days in words.STAGES]
    plan = {name: text.format(n=rng.randrange(5, 80)) for name, text in words.PLAN.items()} | {"rectify_by": day, "stages": stages}
    way = (
        (0.5, "take_measures", story.keeper, {"measures": words.MEASURES, "photographs": []}),
        (6, "submit_plan", story.keeper, plan),
        (5, "list", story.centre, {"note": "列入挂牌督办，按月报告进展。"}),
    )
    for days, name, by, given in way:
        if name == until or not story.take(days, name, by, **given):
            return
    for stage in Stage.objects.of(story.hazard):
        if not story.take(rng.uniform(9, 16), "finish_stage", story.keeper, stage=stage, note="本阶段任务已完成。", photographs=[]):
            return
    ending = (
        (4, "report_governed", story.keeper, {"note": "各阶段任务全部完成，隐患已消除。", "photographs": []}),
        (6, "accept", story.supervisor, {"note": "现场验收合格。", "photographs": []}),
        (3, "strike", story.centre, {"note": "同意销号。"}),
    )
    for days, name, by, given in ending:
        if not story.take(days, name, by, **given):
            return


def tell_the_mall(cast):
    """The demo's own manager has one that was removed last winter, and one whose plan is owed now."""
    venue = next((one for one in cast.managed if one.site.code == MALL), None)
    if venue is None or supervisor_at(cast, venue) is None:
        return
    govern(begun(cast, venue, words.majors_at("mall")[1], age=230))
    govern(begun(cast, venue, words.majors_at("mall")[0], age=4), until="submit_plan")
