"""What the leading groups made of the drafts the other demos' lapses left on their desks."""

from datetime import timedelta
from itertools import cycle, repeat

from django.db import transaction

from governance.access.grants import appoint
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post, User
from governance.places.rules import CODE_LENGTH
from governance.web.demo.accounts import SINCE
from governance.web.demo.beside import beside
from supervision.orders.models import Order
from supervision.orders.permissions import OWING
from supervision.oversight.demo import fates, texts
from supervision.oversight.demo.story import Present, Story
from supervision.oversight.models import Finding
from supervision.oversight.services import looks_like, raise_finding

UNTOLD = ("draft", "settled")  # what the other demos' clocks left
RECENT = timedelta(days=10)
BATCH, WALKED, FEW = 25, 240, 8
NAMED = "150102"  # the county whose leading group has accounts one can sign in with
WRITTEN = (  # days before now at which one is written by hand, what becomes of it, and the step it waits after today
    (340, fates.overdue, ""), (300, fates.listed_at_once, ""), (250, fates.extended, ""), (200, fates.talked, ""), (150, fates.ordered, ""),
    (120, fates.listed_at_once, ""), (90, fates.overdue, ""), (110, fates.listed_at_once, "remove"),
    (80, fates.listed_at_once, "pass_inspection"), (60, fates.listed_at_once, "rectify"), (55, fates.overdue, "serve"),
    (50, fates.listed_at_once, "publish"), (48, fates.overdue, "serve"),
    (30, fates.ordered, "report"), (25, fates.ordered, "report"), (14, fates.listed_at_once, "list"), (12, fates.talked, "summon"),
    (11, fates.talked, "talk"), (9, fates.extended, "ask_extension"), (8, fates.ordered, "order"), (7, fates.ordered, "serve"),
    (6, fates.noticed, "confirm"), (2, fates.noticed, "open"),
    *((338 - 13 * number, None, "") for number in range(24)),  # the year's others, whatever becomes of them
)  # fmt: skip


def seed(*, rng, scale, count, at, say):
    """Drafts of the year verified, and every measure carried as far as it has come by `at`."""
    if scale != "demo" or Finding.objects.exclude(state__in=UNTOLD).exists():
        return
    people = {"desks": leading_offices(), "reporters": reporting(), "officials": leading_offices(Role.LEADING_OFFICIAL, "official")}
    desks = people["desks"]
    with loading_history(since=at - RECENT), rules_read_once():
        written = [
            Story(rng, finding, **people, at=finding.opened_at, now=at, until=until)
            for finding, (_days, _fate, until) in zip(by_hand(rng, desks, at=at), WRITTEN, strict=True)
        ]
        tell(written, [fate for _days, fate, _until in WRITTEN])
        drafts = Finding.objects.drafts().for_detail().exclude(pk__in=[story.finding.pk for story in written]).order_by("opened_at", "pk")
        told = [Story(rng, finding, **people, at=finding.opened_at, now=at) for finding in drafts if finding.office_id in desks]
        with beside(settle, told[:-WALKED]):
            tell(told[-WALKED:])
        for model in (Order, Finding):
            ring_all(model, at=at)
    say(f"oversight: {len(told) + len(written)} findings, {Order.objects.count()} orders")


def tell(stories, fixed=()):
    """Verify each, then let happen to it what happens; some twenty-five to a transaction."""
    ways = iter(fixed or repeat(None))
    for start in range(0, len(stories), BATCH):
        with transaction.atomic():
            for story in stories[start : start + BATCH]:
                tell_one(story, next(ways))


def tell_one(story, fate):
    rng = story.rng
    if story.until == "open":
        return
    try:
        story.wait(0.5, 8) if rng.random() < 0.88 else story.wait(15, 22)
        if fate is None and rng.random() < (0.62 if story.finding.fulfilled_at else 0.12):
            story.decide("dismiss", note=story.say(texts.DISMISSED))
            return
        gravity = looks_like(story.finding, at=story.at)
        story.decide("confirm", note=story.say(texts.CONFIRMED), ground=story.finding.ground, gravity=gravity)
        story.wait(0.3, 5)
        fate = fate or rng.choices([way for way, _share in fates.SHARES], [share for _way, share in fates.SHARES])[0]
        if story.finding.unit_id not in story.reporters and fate not in (fates.talked, fates.listed_at_once):
            fate = fates.noticed
        fate(story)
    except Present:
        return


def settle(stories):
    """The oldest of too many: looked at and set aside, as an office with a full desk does."""
    for start in range(0, len(stories), 4 * BATCH):
        with transaction.atomic():
            for story in stories[start : start + 4 * BATCH]:
                story.wait(0.5, 8)
                if story.at < story.now:
                    ring(story.finding, at=story.at)
                    note = story.say(texts.DISMISSED)
                    engine.take(story.finding, "dismiss", by=story.desks[story.finding.office_id], at=story.at, note=note)


def by_hand(rng, desks, *, at):
    """Findings the offices wrote themselves: about counties' governments, bureaus and townships."""
    groups = list(Office.objects.filter(pk__in=desks, type=OfficeType.LEADING_GROUP).select_related("place").order_by("place__path"))
    city, home = groups[0], groups[1:]
    found = []
    named = next(group for group in home if group.place.path == NAMED)
    for number, ((days, _fate, until), (ground, duty, facts)) in enumerate(zip(WRITTEN, cycle(texts.BY_HAND), strict=False)):
        group = city if number % 3 == 0 else named if until else rng.choice(home)
        unit = unit_for(rng, group, is_city=group == city)
        moment = at - timedelta(days=days, hours=rng.randrange(1, 5))
        outside = texts.OUTSIDE[number // FEW % len(texts.OUTSIDE)] if number % FEW == 4 and not until else {}
        told = {"ground": ground, "duty": duty, "facts": facts, **outside}
        found.append(raise_finding(unit=unit, by=desks[group.pk], at=moment, **told))
    return [Finding.objects.for_detail().get(pk=finding.pk) for finding in found]


def unit_for(rng, group, *, is_city):
    """A unit the group supervises: of the city a bureau or a county's centre, of a county a township."""
    offices = Office.objects.in_use().select_related("place").order_by("code")
    if is_city:
        return rng.choice(list(offices.filter(type=OfficeType.CENTRE, place__parent=group.place)))
    return rng.choice(list(offices.filter(type=OfficeType.TOWNSHIP, place__parent=group.place)))


def leading_offices(role=Role.LEADING_OFFICE, word="clerk"):
    """Somebody in the role at every leading group of city and counties: {office: user}."""
    groups = Office.objects.in_use().filter(type=OfficeType.LEADING_GROUP).select_related("place")
    known = {post.office_id: post for post in Post.objects.filter(user__is_demo=True, role=role).with_office()}
    found = {}
    for group in groups:
        if len(group.place.path) <= CODE_LENGTH["county"]:
            found[group.pk] = acting(known.get(group.pk) or _appointed(group, role, word))
    return found


def _appointed(group, role, word):
    """Somebody who cannot sign in, for the demo's past."""
    facts = {"name": f"{group.short_name}{'负责人' if word == 'official' else '办公室经办人'}"[:40], "is_demo": True, "password": "!"}
    user = User.objects.get_or_create(username=f"{word}-{group.code}", defaults=facts)[0]
    return appoint(user, group, role, begins=SINCE)


def reporting():
    """Somebody at every unit an order can go to: {office: user}."""
    posts = Post.objects.filter(user__is_demo=True, role__in=OWING).with_office().order_by("pk")
    return {post.office_id: acting(post) for post in posts}


def acting(post):
    post.user.acting_post = post
    return post.user
