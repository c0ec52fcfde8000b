"""A year of mass events in the demo: permitted and held, refused, taken back, waiting; told by the engine itself."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from emergencies.mass_events.enums import LogKind, Point, Result
from emergencies.mass_events.models import MassEvent
from emergencies.mass_events.services import apply
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from governance.places.models import Place

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT, DAY = timedelta(days=45), timedelta(days=1)
PLAN = {
    Point.WHAT: "按公布的日程分场举办，由承办单位统一组织，现场设总指挥和各分区负责人。",
    Point.STAFF: "安全工作人员按观众人数的2%配备，分入口、看台、通道、机动四组，统一荧光背心和编号。",
    Point.FIRE: "疏散通道全程畅通，每区配灭火器和专人值守，舞台用电由持证电工检查。",
    Point.CROWD: "按核定容量控制售票和入场，实时计数，达到九成时停止入场。",
    Point.BUFFER: "场馆外五十米设缓冲区，铁马隔离，立警示牌。",
    Point.ENTRY: "实名验票，过安检门，禁止携带易燃易爆、管制器具和玻璃容器。",
    Point.TRAFFIC: "东西两个停车场分流，散场时与交警共同疏导，设公交接驳。",
    Point.ORDER: "分区入座、分批散场，出入口设疏导员，高峰时单向通行。",
    Point.RESCUE: "设医疗点和救护车，制定火灾、拥挤、恶劣天气三项处置程序，与119、120联动。",
}
STORIES = (  # days from now to the beginning, hours, kind, title, place, where, who keeps it, organiser, people, capacity, fate
    (-290, 4, "festival", "元宵灯会（虚构）", "150104", "青城公园（示例）", "示例公园管理处", "示例文化传媒公司", 20000, 30000, "closed"),
    (-160, 3, "sport", "城市足球联赛揭幕战（虚构）", "150102", "示例体育场", "示例体育中心", "示例体育发展公司", 4200, 12000, "closed"),
    (-120, 3, "show", "草原音乐会（虚构）", "150105", "示例露天剧场", "示例剧院公司", "示例演艺公司", 6500, 8000, "closed"),
    (-75, 8, "fair", "秋季农产品展销会（虚构）", "150102", "示例会展中心", "示例会展公司", "示例农业协会", 3000, 9000, "closed"),
    (-40, 3, "show", "跨年演唱会预演（虚构）", "150103", "示例商业广场", "示例商业管理公司", "示例娱乐公司", 4800, 5000, "refused"),
    (-2, 7, "jobs", "冬季人才招聘会（虚构）", "150102", "示例会展中心", "示例会展公司", "示例人力资源公司", 2600, 9000, "ended"),
    (9, 3, "sport", "冰雪趣味运动会（虚构）", "150102", "示例体育场", "示例体育中心", "示例体育发展公司", 3500, 12000, "permitted"),
    (24, 4, "show", "新年交响音乐会（虚构）", "150102", "示例大剧院", "示例剧院公司", "示例演艺公司", 1600, 1800, "reviewing"),
    (33, 5, "festival", "冬季年货庙会（虚构）", "150102", "示例广场", "示例广场管理处", "示例文化传媒公司", 4500, 6000, "applied"),
    (38, 3, "show", "校园歌手总决赛（虚构）", "150105", "示例体育馆", "示例学校", "示例演艺公司", 2200, 3000, "incomplete"),
    (52, 3, "show", "跨年演唱会（虚构）", "150102", "示例体育场", "示例体育中心", "示例娱乐公司", 9800, 12000, "applied"),
)  # fmt: skip
SUMMARY = "活动按方案举办，入场散场有序，未发生突发情况。今后增加西入口安检通道。"


def seed(*, rng, scale, count, at, say):
    """Eleven events; nothing when there are some already."""
    if scale != "demo" or MassEvent.objects.exists():
        return
    police = officers()
    places = {place.code: place for place in Place.objects.filter(code__in={story[4] for story in STORIES})}
    with loading_history(since=at - RECENT), rules_read_once():
        for number, story in enumerate(STORIES):
            tell(rng, story, number=number, places=places, police=police, at=at)
        ring_all(MassEvent, at=at)
    say(f"mass events: {len(STORIES)} told")


def officers():
    """{police office: somebody of the demo who serves there}."""
    posts = Post.objects.filter(role=Role.DEPARTMENT_HANDLER, office__trade="police", user__is_demo=True).with_office().order_by("-pk")
    for post in posts:
        post.user.acting_post = post
    return {post.office_id: post.user for post in posts}


def tell(rng, story, *, number, places, police, at):
    """Applied for some weeks before it begins, and carried on as far as its fate and the present allow."""
    days, hours, kind, title, place, where, keeper, organiser, people, capacity, fate = story
    starts = (
        (at + days * DAY).astimezone(CITY_TIME).replace(hour=10 if kind in {"fair", "jobs"} else 19, minute=30, second=0, microsecond=0)
    )
    applied = min(starts - rng.randrange(23, 32) * DAY, at - rng.randrange(1, 4) * DAY).replace(hour=rng.randrange(9, 12))
    event = apply(
        at=applied, place=places[place], kind=kind, title=title, landmark=where, site_keeper=keeper, organiser=organiser, expected=people,
        capacity=capacity, starts_at=starts, ends_at=starts + timedelta(hours=hours),
        safety_plan={point.value: PLAN[point] for point in Point},
        contact_name="青先生", contact_phone=f"1380001{number:04d}", safety_name="城女士", safety_phone=f"1380002{number:04d}",
    ).event  # fmt: skip
    by = police[event.office_id]
    for moment, who, name, note, given in steps_of(rng, event, fate, applied):
        ring(event, at=moment)
        event = engine.take(event, name, by=who or by, at=moment, note=note, **given)


def steps_of(rng, event, fate, applied):
    """(moment, who, step, note, what is given) of a fate; `who` None is the police."""
    people, starts = event.expected, event.starts_at
    check = {"checked_on": (applied + 4 * DAY).date(), "checkers": "示例民警甲、示例民警乙", "venue": None, "photographs": []}
    accepted = (applied + 4 * timedelta(hours=1), None, "accept", "", {})
    looked = (applied + 4 * DAY, None, "check", "通道、看台、用电、安检设备均已查验。", {**check, "result": Result.PASSED})
    permitted = (applied + 6 * DAY, None, "permit", "", {"most_people": people, "force": max(20, people // 60), "conditions": CONDITIONS})
    day = [
        (starts - timedelta(hours=2), "setting_up", None, "布场检查完毕，安检设备到位。"),
        (starts + timedelta(minutes=20), "entry", round(people * 0.7), "入场有序，东入口增开一条安检通道。"),
        (starts + timedelta(hours=1), "course", round(people * rng.uniform(0.8, 0.98)), "现场秩序良好。"),
    ]
    logged = [
        (moment + timedelta(minutes=5), None, "log", text, {"logged_at": moment, "log_kind": LogKind(kind), "people": count})
        for moment, kind, count, text in day
    ]
    ended = (event.ends_at + timedelta(minutes=30), None, "end", "散场完毕。", {"peak_people": None})
    reported = (event.ends_at + 2 * DAY, RESIDENT, "report", SUMMARY, {"actual_people": round(people * 0.93)})
    archived = (event.ends_at + 5 * DAY, None, "archive", "措施落实到位，准予归档。", {})
    failed = (applied + 4 * DAY, None, "check", "疏散通道被临时舞台占用，无法整改到位。", {**check, "result": Result.FAILED})
    refused = (applied + 6 * DAY, None, "refuse", "举办场地疏散通道不符合要求，不具备安全条件。", {})
    missing = (applied + timedelta(hours=6), None, "ask_supplement", "请补充场所管理者同意提供场所的书面证明。", {})
    return {
        "closed": [accepted, looked, permitted, *logged, ended, reported, archived],
        "ended": [accepted, looked, permitted, *logged, ended],
        "permitted": [accepted, looked, permitted],
        "reviewing": [accepted],
        "refused": [accepted, failed, refused],
        "incomplete": [missing],
        "applied": [],
    }[fate]


CONDITIONS = "分区入场、分批散场，西侧通道全程留空。\n现场人数达到准予人数九成时停止入场。"
