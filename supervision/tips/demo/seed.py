"""What residents of the demo told under "supervise us": waiting, verified, under oversight, passed on, answered."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Office, Post
from governance.places.models import Place
from supervision.tips.models import Tip
from supervision.tips.services import file_tip

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT, DAY = timedelta(days=12), timedelta(days=1)
GROUP, TOWN, VILLAGE, MARKET = "leading_group-150102", "township-150102001", "150102001001", "market-150102"
ANSWERS = ("经核实，情况属实，已督促有关单位整改完毕，感谢您的监督。", "经核实，有关单位已建立定期检查制度，结果在网格公示牌公开。")
STORIES = (  # days before now, matter, unit, place, what is told, with telephone, what becomes of it
    (210, "not_public", TOWN, VILLAGE, "社区公示栏半年没有更新，网格员是谁、电话多少都查不到。", True, "answered"),
    (160, "grid", TOWN, VILLAGE, "楼道巡查没人来，杂物堆了两个多月，网格员电话打不通。", False, "answered"),
    (120, "no_action", "", "150102", "夜市噪声反映了多次，相关部门互相推，一直没人牵头。", True, "passed"),
    (90, "hazard", MARKET, "150102", "批发市场疏散通道常年锁闭，检查来了就开，走了又锁。", False, "raised"),
    (60, "mediation", TOWN, VILLAGE, "邻里纠纷申请调解一个月没有回音。", True, "answered"),
    (25, "no_drill", "", VILLAGE, "附近商场从没见过组织疏散演练。", False, "refused"),
    (12, "no_assessment", MARKET, "150102", "新开的室内游乐场人很多，没有看到风险等级公示。", True, "checking"),
    (4, "conduct", TOWN, VILLAGE, "窗口办事来回跑了三趟，每次要的材料都不一样。", True, "filed"),
    (1, "hazard", "", VILLAGE, "小区地下车库有人长期给电动车充电，物业不管。", False, "filed"),
)  # fmt: skip


def seed(*, rng, scale, count, at, say):
    """Nine tips, told by the engine; nothing when there are some already."""
    if scale != "demo" or Tip.objects.exists():
        return
    chief = Post.objects.filter(user__is_demo=True, office__code=GROUP, role=Role.LEADING_OFFICE).with_office().order_by("pk").first()
    chief.user.acting_post = chief
    offices = {office.code: office for office in Office.objects.in_use().filter(code__in=(TOWN, MARKET)).select_related("place")}
    with loading_history(since=at - RECENT), rules_read_once():
        for number, (days, matter, unit, place, told, leaves_phone, fate) in enumerate(STORIES):
            facts = {"matter": matter, "description": told, "place": Place.objects.get(code=place), "unit": offices.get(unit)}
            person = {"name": "青先生", "phone": f"1380000{number:04d}"} if leaves_phone else {}
            moment = in_hours(rng, at - days * DAY)
            carry_on(rng, file_tip(at=moment, **facts, **person).tip, fate, by=chief.user, unit=offices[MARKET], at=moment)
        ring_all(Tip, at=at)
    say(f"tips: {len(STORIES)} told")


def in_hours(rng, moment):
    return moment.astimezone(CITY_TIME).replace(hour=rng.randrange(9, 17), minute=rng.randrange(60), second=0, microsecond=0)


def carry_on(rng, tip, fate, *, by, unit, at):
    """The steps of a fate, some days apart."""
    steps = {
        "answered": (("accept", "", {}), ("answer", rng.choice(ANSWERS), {})),
        "passed": (("pass_on", "属于诉求事项，由12345派单办理。", {}),),
        "raised": (("accept", "", {}), ("raise", "现场查看，疏散通道上锁属实。", {"unit": unit, "ground": 4})),
        "refused": (("not_accept", "该商场今年已组织两次演练，记录在平台“应急演练公开”可以查询。", {}),),
        "checking": (("accept", "", {}), ("progress", "已请市场监管部门提供场所登记情况。", {})),
    }.get(fate, ())
    for step, note, given in steps:
        at = in_hours(rng, at + rng.randrange(2, 5) * DAY)
        ring(tip, at=at)
        tip = engine.take(tip, step, by=by, at=at, note=note, **given)
