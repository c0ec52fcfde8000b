"""The drills of the mall of the demo's own manager, told by the engine itself: two were held, the next is due soon."""

from datetime import time, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from emergencies.drills.models import Drill
from emergencies.venues.demo.mall import RECENT, SITE, acting
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.files.checking import check
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role

HELD, REMINDED = (340, 165), (30, 0)  # days ago
SIZE, SKY, FLOOR, WALL, DOOR = (960, 640), (226, 232, 238), (180, 186, 190), (206, 196, 178), (20, 96, 60)


def tell_the_mall_s_drills(*, at):
    """Half-yearly, as the regulation on accidents asks of malls; the obligation that stands ends in about two weeks."""
    manager = acting(Role.SITE_MANAGER, SITE)
    with loading_history(since=at - RECENT), rules_read_once():
        for days in HELD:
            held(manager, at=at - timedelta(days=days))
        for days in REMINDED:
            ring(Drill.objects.ongoing().get(venue__site__code=SITE), at=at - timedelta(days=days))


def held(manager, *, at):
    """One drill from its plan to its report."""
    drill = Drill.objects.ongoing().select_related("venue__office", "rule", "office", "place").get(venue__site__code=SITE)
    measure = {"text": MEASURE, "owner": "周明", "until": (at + timedelta(days=20)).date()}
    steps = (
        (-12, "plan", {"planned_on": at.date(), "planned_time": time(10), **PLAN}),
        (-10, "announce", {"announcement": ANNOUNCEMENT}),
        (1, "hold", {"held_at": at, "participants": 260, "course": COURSE, "photographs": [photograph()]}),
        (6, "evaluate", {"verdict": "partly", "findings": FINDINGS, "measures": [measure]}),
        (9, "report", {"reported_to": drill.venue.office.name, "reported_on": (at + timedelta(days=9)).date()}),
    )
    for days, name, given in steps:
        moment = at + timedelta(days=days)
        ring(drill, at=moment)
        drill = engine.take(drill, name, by=manager, at=moment, **given)
    done = {"measure": drill.measures.get(), "photographs": []}
    engine.take(
        drill, "finish_measure", by=manager, at=at + timedelta(days=17), note="已增派两名引导员并培训上岗，商户签收告知书。", **done
    )


PLAN = {
    "type": "live", "scenario": "营业高峰时段火灾疏散", "organiser": "安全保卫部", "plan_name": "火灾疏散应急预案",
    "spot": "商场各楼层、东广场",
}  # fmt: skip
ANNOUNCEMENT = "商场将组织火灾疏散应急演练，届时有警报和疏散，请勿惊慌，听从现场人员引导。"
COURSE = "十时整拉响警报，各楼层疏散引导员就位，顾客和员工沿四条通道撤离至东广场，微型消防站三分钟到场，二十分钟清点完毕。"
FINDINGS = "疏散有序，报警和广播及时。地下一层西侧出口引导人员不足，个别商户不熟悉集合点。"
MEASURE = "地下一层西侧出口增派两名引导员，并向商户重新告知集合点"


def photograph():
    """A drawn picture in place of a photograph: a hall with a marked exit."""
    picture = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(0, 640), (960, 640), (700, 380), (260, 380)], fill=FLOOR)
    draw.rectangle([260, 120, 700, 380], fill=WALL)
    draw.rectangle([430, 220, 530, 380], fill=DOOR)
    draw.rectangle([440, 180, 520, 208], fill=(40, 150, 90))
    paper = BytesIO()
    picture.save(paper, "JPEG", quality=80)
    return check(SimpleUploadedFile("演练现场.jpg", paper.getvalue(), content_type="image/jpeg"))
