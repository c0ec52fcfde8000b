"""What became of the demo's tips: most were acted on and confirmed, some wait, some are late."""

from datetime import timedelta

from emergencies.safety_tips.models import SafetyTip
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Post

RECENT, DAY = timedelta(days=45), timedelta(days=1)
FORGOTTEN = 6  # every so many-th tip was signed for, and then nobody reported
TOLD = (
    "已组织网格员逐户走访、张贴提示，对三处风险点落实专人看守，没有发现新的问题。",
    "召集物业、社区民警会商，集中的两类问题已有解决办法，正在逐户回访。",
    "开展了一次排查，整改一般隐患五处，其余已报旗县区有关部门。",
)
MOST = 60  # tips that are told to their end; the rest waits, as it does in life


def seed(*, rng, scale, count, at, say):
    """Signed for, acted on, confirmed, as far as the present allows."""
    tips = [*SafetyTip.objects.for_step().filter(version=1).order_by("opened_at", "pk")[:MOST]]
    if scale != "demo" or not tips:
        return
    people = officers()
    with loading_history(since=at - RECENT), rules_read_once():
        for serial, tip in enumerate(tips, start=1):
            tell(rng, tip, people, at=at, forgets=not serial % FORGOTTEN)
        ring_all(SafetyTip, at=at)
    say(f"safety tips: {len(tips)} told")


def officers():
    """{(type of office, path of its place): somebody of the demo who serves there}."""
    wanted = {Role.TOWNSHIP_CLERK: OfficeType.TOWNSHIP, Role.CENTRE_OFFICER: OfficeType.CENTRE}
    posts = Post.objects.filter(role__in=wanted, user__is_demo=True).with_office().select_related("office__place").order_by("-pk")
    found = {}
    for post in posts:
        post.user.acting_post = post
        found[post.office.type, post.office.place.path] = post.user
    return found


def tell(rng, tip, people, *, at, forgets):
    clerk, centre = people.get((OfficeType.TOWNSHIP, tip.place_path)), people.get((OfficeType.CENTRE, tip.place_path[:6]))
    if clerk is None or centre is None:
        return
    signed = tip.opened_at + rng.randrange(1, 3) * DAY / 2
    reported, confirmed = signed + rng.randrange(4, 12) * DAY, signed + rng.randrange(13, 16) * DAY
    steps = [(signed, clerk, "sign", "")]
    if not forgets:
        steps += [(reported, clerk, "report", rng.choice(TOLD)), (confirmed, centre, "confirm", "已核实。")]
    for moment, by, name, note in steps:
        if moment < at:
            ring(tip, at=moment)
            tip = engine.take(tip, name, by=by, at=moment, note=note)
