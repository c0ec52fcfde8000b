"""The demo's published keys, and what the hotlines sent in the last weeks: updates, a replay, a matter that came in the wrong order."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from emergencies.hotlines import rules
from emergencies.hotlines.data.load import load_hotlines
from emergencies.hotlines.enums import Reason
from emergencies.hotlines.models import Hotline, HotlineKey, HotlineMessage
from emergencies.hotlines.public.guard import Signed
from emergencies.hotlines.services import Told, count_refusal, keep, rotate_key, take_in
from governance.deadlines.ledger import rules_read_once
from governance.notices.services import loading_history
from governance.places.enums import Level
from governance.places.models import Place

# published, like the accounts' password: they open the demo alone
DEMO_KEYS = {code: (f"demo-{code}", f"demo-hotline-{code}-hohhot-secret") for code in ("110", "119", "120", "12345")}
RECENT = timedelta(days=3)
NETWORK = "192.0.2.10"  # RFC 5737: an address of no machine


@dataclass(frozen=True)
class Story:
    """A matter of a hotline: how many hours ago, where (which county of the city), and its messages as (minutes later, revision, facts)."""

    hotline: str
    hours: float
    county: int
    messages: tuple


FIRE = {
    "kind": "fire", "title": "居民楼五层厨房起火", "description": "居民楼五层厨房起火，有浓烟，楼内住户正在疏散。",
    "address": "新华路18号院3号楼",
}  # fmt: skip
CRASH = {
    "kind": "traffic",
    "title": "货车与小客车追尾",
    "description": "货车追尾小客车，两人被困，需要破拆和急救。",
    "address": "环城快速路东段",
}
GAS = {
    "kind": "gas",
    "title": "餐馆后厨燃气泄漏",
    "description": "餐馆后厨燃气泄漏，已关阀，周边店铺人员已撤离。",
    "address": "石羊桥路25号",
}
POISON = {
    "kind": "food_poisoning",
    "title": "多人就餐后呕吐腹泻",
    "description": "同一食堂多人就餐后呕吐腹泻，已送医。",
    "address": "工业园区职工食堂",
}
WATER = {
    "kind": "lifeline",
    "title": "供水主管爆裂路面塌陷",
    "description": "供水主管爆裂，路面塌陷约十平方米，周边停水。",
    "address": "兴安南路",
}
STORIES = (
    Story("119", 2, 0, ((0, 1, FIRE), (9, 2, {"moved": 42, "lightly_hurt": 1}), (31, 3, {"moved": 60, "lightly_hurt": 2}))),
    Story("110", 5, 1, ((0, 2, {"badly_hurt": 2, "missing": 0}), (3, 1, CRASH | {"missing": 2}), (48, 3, {"status": "closed"}))),
    Story("12345", 30, 2, ((0, 1, GAS), (55, 2, {"status": "closed"}))),
    Story("120", 50, 3, ((0, 1, POISON | {"ill": 11}), (90, 2, {"ill": 17}))),
    Story("12345", 170, 0, ((0, 1, WATER),)),
    Story("110", 1, 2, ((0, 1, {"description": "路人称桥下有人落水，位置还在核实。"}),)),
)


def seed(*, rng, scale, count, at, say):
    """The keys at any scale; the stories for the demo alone."""
    load_hotlines()
    keys = {code: demo_key(code, at=at) for code in DEMO_KEYS}
    if scale != "demo" or HotlineMessage.objects.exists():
        return
    counties = [*Place.objects.in_use().at(Level.COUNTY).order_by("path")]
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        for serial, story in enumerate(STORIES, start=1):
            tell(story, keys[story.hotline], counties[story.county], f"{at - timedelta(hours=story.hours):%Y%m%d}-{serial:04}", rng, at=at)
        for reason, hours in ((Reason.REPLAYED, 2), (Reason.TIME, 26), (Reason.SIGNATURE, 75)):
            count_refusal(reason, key_name=keys["119"].name, network=NETWORK, at=at - timedelta(hours=hours))
    say(f"hotlines: {len(STORIES)} matters told in {HotlineMessage.objects.count()} messages")


def demo_key(code, *, at):
    name, secret = DEMO_KEYS[code]
    found = HotlineKey.objects.filter(name=name).first()
    return found or rotate_key(Hotline.objects.get(code=code), by=None, at=at, name=name, secret=secret)[0]


def tell(story, key, county, number, rng, *, at):
    """Each message as it would have come, the caller sealed with the first that names the place."""
    began = at - timedelta(hours=story.hours)
    for minutes, revision, said in story.messages:
        moment, facts = began + timedelta(minutes=minutes), dict(said)
        if "title" in said:
            facts |= {"place_code": county.code, "occurred_at": (began - timedelta(minutes=4)).isoformat()}
        told = {"number": number, "revision": revision, **facts}
        nonce = f"demo-{rng.getrandbits(64):016x}"
        message = keep(Signed(key, nonce, moment, rules.written(told)), at=moment)
        take_in(message, Told(number, revision, facts, rules.digest(told)), at=moment)
