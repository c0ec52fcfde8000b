"""The mall of the demo's own manager, told by the engine itself: what its pages show is what people did."""

from datetime import timedelta

from emergencies.venues.models import VenueKind
from emergencies.venues.services import declare
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Office, Post

SITE, CENTRE = "site-150102001001-1", "centre-150102"
MET = (
    "leader",
    "inspection",
    "patrol",
    "training",
    "exits_clear",
    "hot_work",
    "crowd_limit",
    "handover",
    "guards",
    "control_room",
    "evacuation_guides",
    "emergency_team",
    "barriers",
    "doors",
    "fire_gear",
    "cameras",
    "alarm_test",
)
RECENT = timedelta(days=70)
ANSWERS = {
    "crowd": "under_5000", "building": "underground", "evacuation": "narrow", "equipment": "partial", "vulnerable": "some",
    "staff": "trained", "history": "none",
}  # fmt: skip
BLOCKED = {**ANSWERS, "evacuation": "blocked"}
FACTS = {
    "title": "演示商场（虚构）", "landmark": "新华路88号", "capacity": 4200, "floors": 6, "area": 38000, "manager": "周明",
    "work_phone": "0471-0000088",
    "equipment": ["extinguishers", "exits", "lighting", "alarm", "video", "first_aid", "broadcast", "electric_check", "sprinklers",
                  "people_counter"],
}  # fmt: skip


def tell_the_mall(*, at):
    """Declared thirteen months ago by its manager, graded by the bureau; plans and drills follow in their own procedures."""
    manager = acting(Role.SITE_MANAGER, SITE)
    mall = VenueKind.objects.get(code="mall")
    site = Office.objects.select_related("place").get(code=SITE)
    with loading_history(since=at - RECENT), rules_read_once():
        venue = declare(at=at - timedelta(days=392), by=manager, place=site.place, kind=mall, **FACTS)
        bureau = acting(Role.DEPARTMENT_HANDLER, venue.office.code)
        steps = (
            (390, "confirm", bureau, {}),
            (372, "assess", bureau, {"grade": "red", "answers": BLOCKED, "note": "二层北侧通道有商品占用。"}),
            (120, "check", manager, {"met": MET, "note": "客流统计设备已采购，下月安装，责任人周明。"}),
            (41, "assess", bureau, {"grade": "orange", "answers": ANSWERS, "note": "通道已清理，地下一层局部仍狭窄。"}),
            (40, "agree_lowering", acting(Role.CENTRE_OFFICER, CENTRE), {"note": "已看现场照片，同意。"}),
        )
        for days, name, by, given in steps:
            moment = at - timedelta(days=days)
            ring(venue, at=moment)
            venue = engine.take(venue, name, by=by, at=moment, **given)


def acting(role, code):
    """Someone of the demo who acts in a role at an office: whoever can sign in, if there is one."""
    posts = Post.objects.filter(role=role, office__code=code, user__is_demo=True).with_office()
    post = posts.order_by("user__username").exclude(user__username__startswith="clerk-").first() or posts.first()
    post.user.acting_post = post
    return post.user
