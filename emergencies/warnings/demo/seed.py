"""A year of warnings in the demo: of weather, health, fraud and money, with updates and an all-clear; told by the engine itself."""

from datetime import timedelta

from emergencies.warnings.demo.stories import STORIES
from emergencies.warnings.enums import Certainty, Sort
from emergencies.warnings.models import Warning, WarningKind
from emergencies.warnings.services import draft, expire_over
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from governance.places.models import Place

RECENT = timedelta(days=45)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def seed(*, rng, scale, count, at, say):
    """A dozen and more messages; nothing when there are some already."""
    if scale != "demo" or Warning.objects.exists():
        return
    people = serving()
    kinds = {kind.code: kind for kind in WarningKind.objects.in_use()}
    places = {place.code: place for place in Place.objects.filter(code__in={code for story in STORIES for code in story.places})}
    with loading_history(since=at - RECENT), rules_read_once():
        told = sum(tell(story, rng=rng, people=people, kinds=kinds, places=places, at=at) for story in STORIES)
        ring_all(Warning, at=at)
        expire_over(at=at)
    say(f"warnings: {told} told")


def serving():
    """{office code: people of the demo who serve there}."""
    posts = Post.objects.filter(role=Role.DEPARTMENT_HANDLER, user__is_demo=True).with_office().order_by("pk")
    found = {}
    for post in posts:
        post.user.acting_post = post
        found.setdefault(post.office.code, []).append(post.user)
    return found


def tell(story, *, rng, people, kinds, places, at):
    """Drafted, checked by another person, issued, and carried on as far as the present allows; 0 where nobody serves there."""
    writers = people.get(story.office, ())
    if len(writers) < 2:
        return 0
    first, second = writers[:2]
    began = at - story.ago
    kind = kinds[story.kind]
    content = {"headline": story.headline, "text": story.text, "advice": "", "places": [places[code] for code in story.places]}
    if kind.sort != Sort.STATEMENT:
        content["until"] = began + story.holds
    if story.level:
        content |= {"level": story.level, "certainty": Certainty.LIKELY}
    case = draft(by=first, at=began, kind=kind, **content)
    if story.fate == "drafted":
        return 1
    case = engine.take(case, "check", by=second, at=began + rng.randrange(4, 12) * MINUTE, note="内容、范围、级别无误。")
    if story.fate == "checked":
        return 1
    case = engine.take(case, "issue", by=second, at=began + rng.randrange(13, 27) * MINUTE)
    carry_on(case, story, content, first=first, second=second, began=began)
    return 1


def carry_on(case, story, content, *, first, second, began):
    """An update, an all-clear, or nothing more."""
    if story.change:
        moment = began + story.after
        case = engine.take(case, "revise", by=first, at=moment, note=story.change, draft={**content, **story.changed})
        case = engine.take(case, "check_update", by=second, at=moment + 6 * MINUTE)
        case = engine.take(case, "issue_update", by=second, at=moment + 9 * MINUTE)
    if story.cancel:
        engine.take(case, "cancel", by=second, at=began + story.after + 3 * HOUR, note=story.cancel)
