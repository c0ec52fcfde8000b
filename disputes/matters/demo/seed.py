"""The list of the demo: the home county's and the city's, with a matter on every stretch of its way."""

from datetime import timedelta

from disputes.matters.models import TEXTS, Matter, MatterSample
from disputes.matters.services import draft
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post

COUNTY, CITY = "150102", "1501"
RECENT = timedelta(days=10)
WAITING, RETURNED, REVISED, REVISING, WITHDRAWN = range(5)  # the first of the county go these ways; all others are published
CLEARER = "调解不成的，可以向人民法院起诉；需要咨询的，可以拨打 12348 法律服务热线。"


def seed(*, rng, scale, count, at, say):
    """Through the engine, both keys turned by two people; nothing where there are matters already."""
    if scale != "demo" or Matter.objects.exists():
        return
    made = []
    with loading_history(since=at - RECENT), rules_read_once():
        people = {code: clerks(code) for code in (COUNTY, CITY)}
        for code, level in ((CITY, "city"), (COUNTY, "county"), (COUNTY, "township")):
            rows = [
                row
                for row in MatterSample.objects.order_by("pk")
                if row.levels[0] == level and {row.trade, "justice"} <= people[code].keys()
            ]
            for number, sample in enumerate(rows):
                way = number if level == "county" else None
                opened = at - timedelta(days=rng.randint(3, 8) if way in (WAITING, RETURNED) else rng.randint(90, 330))
                made.append(told(sample, people[code], way, opened))
        for matter in made:
            ring(matter, at=at)
    say(f"matters: {len(made)} drafted, {Matter.objects.standing().count()} published")


def clerks(code):
    """{trade: who serves at the bureau of the place}."""
    posts = Post.objects.filter(
        role=Role.DEPARTMENT_HANDLER, office__type="bureau", office__place__code=code, ends=None, user__is_demo=True
    )
    found = {}
    for post in posts.with_office().order_by("pk"):
        post.user.acting_post = post
        found.setdefault(post.office.trade, post.user)
    return found


def told(sample, people, way, opened):
    """One matter on its way."""
    body, justice, day = people[sample.trade], people["justice"], timedelta(days=1)
    texts = {name: getattr(sample, name) for name in TEXTS}
    matter = draft(by=body, at=opened, **texts)
    if way == WAITING:
        return matter
    if way == RETURNED:
        return engine.take(matter, "send_back", by=justice, at=opened + day, note="请核对办理层级，与县级权责清单一致。")
    matter = engine.take(matter, "agree", by=justice, at=opened + 4 * day, note="同意。")
    changed = {f"new_{name}": value for name, value in (texts | {"remedy": CLEARER}).items()}
    if way in (REVISED, REVISING):
        matter = engine.take(matter, "revise", by=body, at=opened + 40 * day, note="救济途径写得更明白。", **changed)
    if way == REVISED:
        return engine.take(matter, "agree", by=justice, at=opened + 43 * day, note="同意修订。")
    if way == WITHDRAWN:
        matter = engine.take(matter, "ask_withdrawal", by=body, at=opened + 50 * day, note="职责已划转，由承接单位另行列入。")
        return engine.take(matter, "agree_withdrawal", by=justice, at=opened + 53 * day, note="同意。")
    return matter
