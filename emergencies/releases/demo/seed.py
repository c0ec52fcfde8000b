"""The year of the reserves: what lies where, the year's purchase plan, and releases for use, rotation and transfer, told by the engine."""

from datetime import timedelta

from emergencies.catalogue.data.load import load_items
from emergencies.catalogue.models import StockItem
from emergencies.intakes.services import register
from emergencies.purchases.services import draft
from emergencies.releases.demo.stores import Store, fill, warehouses, write
from emergencies.releases.services import order
from emergencies.stockpiles.models import StockCard, Warehouse
from emergencies.stockpiles.services import mark_near, refresh
from governance.access.grants import sync_posts
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post, User

RECENT, YEAR = timedelta(days=30), 420
FLOOD = {"basis": "防汛应急预案，四级响应", "reason": "强降雨造成低洼处积水，转移安置群众。"}
RELEASES = (  # days ago, what for, item, quantity, how far it went
    (126, "use", "tent", 60, 5, {**FLOOD}),
    (118, "use", "pump", 8, 5, {**FLOOD}),
    (64, "rotate", "lamp", 120, 4, {"basis": "年度轮换计划", "reason": "临近到期，轮换出库，交由使用单位消耗。"}),
    (26, "use", "snow-melt", 30000, 3, {"basis": "低温雨雪冰冻灾害应急预案", "reason": "主干道除雪融冰。"}),
    (1, "use", "cotton-coat", 200, 2, {"basis": "低温雨雪冰冻灾害应急预案", "reason": "户外值守和救助点御寒。"}),
    (0.05, "use", "quilt", 150, 0, {"basis": "低温雨雪冰冻灾害应急预案", "reason": "救助点夜间安置。"}),
)  # fmt: skip
STEPS = (("pick", 1), ("send", 2), ("receive", 5), ("give_back", 300), ("close", 320))  # and how many hours after the order


def seed(*, rng, scale, count, at, say):
    """Nothing where there are warehouses already."""
    load_items()
    if scale != "demo" or Warehouse.objects.exists():
        return
    houses = warehouses(rng)
    people = keepers({house.office for house, _kept in houses}, at)
    command = next((people[house.office_id] for house, _kept in houses if house.office.trade == "emergency"), None)
    if command is None:
        return
    store = Store(rng, at, people, command[0])
    for house, kept in houses:
        fill(store, house, kept)
    number = write(store)
    with loading_history(since=at - RECENT), rules_read_once():
        plan_purchases(people, command, at)
        told = sum(tell(people, command, row, at) for row in RELEASES)
        mark_near(at=at)
        ring_all(StockCard, at=at)
    say(f"reserves: {number} warehouses, {len(store.cards.cases)} cards, {told} releases")


def keepers(offices, at):
    """{key of an office: two who act there}: whoever serves already, and a second pair of eyes nobody can sign in as."""
    offices = sorted(offices, key=lambda office: office.code)
    fresh = User.objects.bulk_create(
        User(username=f"stock-{office.code}", name=f"{office.short_name}库管员"[:40], is_demo=True, password="!") for office in offices
    )
    begins = at - timedelta(days=YEAR)
    posts = Post.objects.bulk_create(
        Post(user=user, office=office, role=Role.DEPARTMENT_HANDLER, begins=begins) for user, office in zip(fresh, offices, strict=True)
    )
    sync_posts(Post.objects.filter(pk__in=[post.pk for post in posts]))
    found = {post.office_id: [acting(post)] for post in posts}
    serving = Post.objects.filter(office__in=offices, role=Role.DEPARTMENT_HANDLER, user__is_demo=True).exclude(user__in=fresh)
    for post in serving.with_office().select_related("user").order_by("-pk"):
        found[post.office_id].append(acting(post))
    return {key: (rows * 2)[:2] for key, rows in found.items()}


def acting(post):
    post.user.acting_post = post
    return post.user


def plan_purchases(people, command, at):
    """This year's plan of the city, agreed and approved; a part of it has arrived, the last delivery waits for its inspection."""
    drafter, approver = command
    moment = at - timedelta(days=240)
    plan = draft(year=at.year, by=drafter, at=moment)
    plan = engine.take(plan, "circulate", by=drafter, at=moment + timedelta(days=2))
    for days, key in enumerate(plan.awaited_ids, start=4):
        by = people[key][0]
        plan = engine.take(plan, "concur", by=by, at=moment + timedelta(days=days), note="同意。")
    plan = engine.take(plan, "approve", by=approver, at=moment + timedelta(days=14))
    lines = [line for line in plan.lines.select_related("item") if line.amount and line.item.keeper == "emergency"]
    house = Warehouse.objects.filter(office=plan.office).order_by("pk").first()
    for days, line in zip((2, 150, 90), lines, strict=False):
        made = (at - timedelta(days=days + 40)).date()
        row = {"item": line.item, "lot": f"{made:%Y%m}-3", "quantity": max(1, line.amount // 2), "produced_on": made, "expires_on": None}
        facts = {"warehouse": house, "origin": "purchase", "plan": plan, "supplier": "中标供应商（政府采购）", "lines": [row]}
        intake = register(by=drafter, at=at - timedelta(days=days), **facts)
        if days > RECENT.days:
            engine.take(intake, "accept", by=approver, at=at - timedelta(days=days - 1), accepted={}, photographs=())


def tell(people, command, row, at):
    """One release as far as it went; whether it could be told."""
    days, purpose, code, quantity, reached, words = row
    item, receiver = StockItem.objects.get(code=code), Office.objects.filter(type=OfficeType.TOWNSHIP).order_by("pk").first()
    card = StockCard.objects.ongoing().filter(item=item, on_hand__gte=quantity).select_related("warehouse__office").order_by("pk").first()
    signer = acting_at(receiver)
    if card is None or signer is None:
        return False
    sender, began = people[card.office_id][0], at - timedelta(days=days)
    facts = {"warehouse": card.warehouse, "purpose": purpose, "receiver": None if purpose == "rotate" else receiver, **words}
    made = order(lines=[{"item": item, "quantity": quantity}], by=command[0], at=began, **facts)
    for name, hours in STEPS[:reached]:
        moment = began + timedelta(hours=hours)
        if moment >= at or (name == "give_back" and purpose != "use"):
            continue
        given = {"receive": {"amounts": {}}, "give_back": {"amounts": half_of(made)}}.get(name, {})
        by = signer if name == "receive" and made.receiver_id else sender
        ring(made, at=moment)
        made = engine.take(made, name, by=by, at=moment, **given)
    refresh(StockCard.objects.get(pk=card.pk), at=at)
    return True


def half_of(made):
    """Half of what was given out comes back."""
    return {one.pk: one.out // 2 for one in made.picks.select_related("batch")}


def acting_at(office):
    """Who acts at an office in the demo, or None."""
    post = Post.objects.filter(office=office, user__is_demo=True).select_related("user").with_office().order_by("pk").first()
    return acting(post) if post else None
