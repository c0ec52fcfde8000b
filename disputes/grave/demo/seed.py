"""Grave matters, a handful: most dealt with by the centre in time, one late, two that stand on its desk now. INVENTED FOR THE DEMO."""

from datetime import timedelta

from django.db import transaction

from disputes.complaints.demo import shares
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.seed import Story, gathered, handle
from disputes.complaints.enums import Source
from disputes.complaints.models import Complaint
from disputes.complaints.services import file_complaint
from disputes.grave.services import centre_of
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history
from governance.places.models import Place

RECENT = timedelta(days=10)
DONE = "已会同属地和主管部门到现场处置，设置警戒，疏散人员，专人值守，险情已控制。"
# hours before now, place, category, words, why it is grave, hours until the centre dealt with it (None: not yet)
MATTERS = (
    (2200, "150104002002", "1201", "地下车库充电桩漏电，已经有人触电送医。", "漏电伤人，车库仍在使用，危及居民生命安全。", 2),
    (1500, "150102001001", "0201", "楼顶外墙砖坠落，砸坏三辆车，下面就是幼儿园门口。", "高空坠物，下方是儿童通道，随时可能伤人。", 1),
    (900, "150102002001", "0201", "物业断水断电，几十人聚集在小区门口，扬言堵路。", "已有数十人聚集，可能扩大为群体冲突。", 3),
    (400, "150102001002", "1201", "飞线充电把楼道电线烧了，住户说燃气味也很重。", "电线起火隐患与燃气泄漏并存，全楼有危险。", 6),
    (70, "150104002002", "0201", "边坡塌陷，离居民楼不到两米，裂缝扩大。", "边坡塌陷危及居民楼基础，雨天可能垮塌。", 2),
    (3, "150102001001", "0201", "小区围墙倒塌一段，剩下的也在晃，孩子每天从旁边过。", "围墙可能继续倒塌，危及过往儿童。", None),
    (1.5, "150102002001", "1301", "工资拖欠半年，上百人联名，约好明天去路口拉横幅。", "涉及上百人，可能扩大为群体性事件。", None),
)  # fmt: skip


def seed(*, rng, scale, count, at, say):
    """Nothing when it was told before, or where a city in bulk is wanted."""
    if scale != "demo" or Complaint.objects.grave().exists():
        return
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        cast = gathered()
        told = sum(grave(rng, cast, *row, now=at) for row in MATTERS)
    say(f"grave: {told} matters")


def grave(rng, cast, hours, code, matter, words, why, answered, *, now):
    """Filed by telephone, flagged by the operator at once, dealt with by the centre, and then handled like any other."""
    place, at = Place.objects.filter(code=code).first(), now - timedelta(hours=hours)
    if place is None or matter not in cast.categories:
        return False
    complaint = file_complaint(
        at=at, by=cast.operator, place=place, category=cast.categories[matter], kind="complaint", description=words, source=Source.PHONE,
        name=person_name(rng), phone=phone_number(rng), urgency="urgent",
    ).complaint  # fmt: skip
    flagged = at + timedelta(minutes=rng.randrange(4, 20))
    complaint = engine.take(complaint, "flag_danger", by=cast.operator, at=flagged, note=why)
    centre = centre_of(complaint)
    if answered is not None and centre and centre.pk in cast.handlers:
        moment = flagged + timedelta(hours=answered, minutes=-rng.randrange(3, 30))
        ring(complaint, at=moment)
        complaint = engine.take(complaint, "respond_danger", by=cast.handlers[centre.pk], at=moment, note=DONE)
        fate = shares.outcome(rng, county_code=code[:6], category_code=matter, kind="complaint")
        handle(Story(rng, cast, complaint, fate, moment, now, place=place.short_name))
    return True
