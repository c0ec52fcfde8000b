"""Three incidents that anyone can open: a fire that is being fought now, an outbreak, and a crash with its review; by the engine itself."""

from datetime import timedelta

from emergencies.command import services as command
from emergencies.command.enums import Standing
from emergencies.command.models import Team
from emergencies.incident_reviews.demo import words
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incidents.models import Incident
from emergencies.incidents.services import report_incident
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import loading_history

NOBODY = dict.fromkeys(("dead", "missing", "badly_hurt", "lightly_hurt", "ill", "moved", "loss"), 0)
COUNTS = {"suspected": 35, "confirmed": 0, "severe": 0, "recovered": 12, "ill_dead": 0, "contacts": 410, "observed": 23, "tested": 30}


class Story:
    """One incident on its way, minute by minute."""

    def __init__(self, company, began, **facts):
        self.company, self.began = company, began
        self.incident = report_incident(at=began, by=SYSTEM, occurred_at=began - timedelta(minutes=6), **facts)
        self.lead = company.at_work(self.incident.office)
        self.path = self.incident.place_path
        self.centre, self.duty = company.centre(self.path), company.at_work(company.duty(self.path))

    def moment(self, minutes):
        return self.began + timedelta(minutes=minutes)

    def take(self, minutes, name, by=None, note="", **given):
        ring(self.incident, at=self.moment(minutes))
        self.incident = engine.take(
            Incident.objects.for_step().get(pk=self.incident.pk), name, by=by or self.lead, at=self.moment(minutes), note=note, **given
        )

    def order(self, minutes, office, what, *, within=120, signed=None, done="", **facts):
        """A task, signed for after some minutes, and done where `done` tells how."""
        given = {"by": self.centre, "at": self.moment(minutes), "finish_by": self.moment(minutes + within), **facts}
        task = command.issue(self.incident, office, instruction=what, **given)
        if signed is not None:
            task = engine.take(task, "acknowledge", by=self.company.at_work(office), at=self.moment(minutes + signed))
        if done:
            engine.take(task, "finish", by=self.company.at_work(office), at=self.moment(minutes + within // 2), note=done)


def fire_now(company):
    """Began forty minutes ago in the demo's own mall, where there is one."""
    mall = next((one for one in company.people.managed if one.title.startswith("演示商场")), None)
    place = mall.place if mall else company.village()
    told = {"unit_name": mall.title if mall else "示例商场", "landmark": mall.landmark if mall else "示例路8号"}
    latitude, longitude = company.people.near(place.path)
    story = Story(
        company, company.at - timedelta(minutes=40), place=place, kind=company.kinds["fire"], description=words.FIRE, source="119",
        source_name="119指挥中心", source_number=f"119-{company.at:%Y%m%d}-9001", missing=2, lightly_hurt=3, latitude=latitude,
        longitude=longitude, **told,
    )  # fmt: skip
    story.take(3, "verify", note="119确认，已出动4车22人。", kind=company.kinds["fire"])
    story.take(6, "raise_response", story.centre, "过火面积扩大，启动三级响应。", response="3")
    story.take(8, "set_up_command", story.centre, command_office=story.centre.acting_post.office, commander="副区长云志强（虚构）")
    story.order(9, company.people.township(story.path), "到现场西侧设置警戒线，疏导车辆。", signed=3, urgent=True)
    story.order(10, company.office("health", story.path), "派2辆救护车到东门待命，协调医院接收伤员。", signed=5)
    story.order(11, company.duty(story.path), "协调供电单位切断三楼以上电源。", within=20, signed=2, done="已断电。")
    for what, amount, unit, standing in (("水罐车", 4, "辆", Standing.ON_SCENE), ("云梯车", 1, "辆", Standing.ON_WAY)):
        command.deploy(story.incident, what=what, amount=amount, unit=unit, standing=standing, by=story.centre, at=story.moment(13))
    story.take(18, "first_report", **words.FIRE_REPORT)
    story.take(24, "update_figures", **{**NOBODY, "badly_hurt": 1, "lightly_hurt": 5, "moved": 320, "loss": 40})
    told = "东侧楼梯2名被困人员已救出送医，其中1人重伤。"
    command.note(story.incident, kind="situation", text=told, by=story.centre, at=story.moment(26))
    story.take(31, "report_up", story.duty, **{**words.FIRE_REPORT, "casualties": "重伤1人，轻伤5人。"})


def outbreak(company):
    """Three days ago; the canteen is still closed."""
    story = Story(
        company, company.at - timedelta(days=3), place=company.village(), kind=company.kinds["food_poisoning"], source="120",
        description="示例学校午餐后有学生呕吐腹泻，已有35人就诊。", unit_name="示例学校（虚构）", ill=35,
        source_number=f"120-{company.at:%Y%m%d}-9002",
    )  # fmt: skip
    story.take(9, "verify", note="疾控到场核实。", kind=story.incident.kind)
    story.take(15, "take_measure", note="学校食堂停止供餐，封存留样食品。", measure="water_food", measure_until=None)
    story.take(40, "first_report", **words.ILL_REPORT)
    story.take(75, "report_up", story.duty, **words.ILL_REPORT)
    story.take(300, "count_cases", note="发病集中在午餐就餐的两个年级，潜伏期2至6小时。", **COUNTS)
    for day in (1, 2):
        told = {**words.ILL_REPORT, "casualties": f"累计发病35人，已治愈{12 * day}人。"}
        story.take(day * 1380, "follow_up", **told)


def crash(company):
    """Forty days ago; told to the region, over, and its review is being carried out."""
    story = Story(
        company, company.at - timedelta(days=40), place=company.village(), kind=company.kinds["traffic"], source="110",
        description="国道路口客车与货车相撞，多人受伤。", lightly_hurt=6, badly_hurt=2, source_number=f"110-{company.at:%Y%m%d}-9003",
    )  # fmt: skip
    story.take(5, "verify", note="交警到场。", kind=story.incident.kind)
    story.take(22, "update_figures", **{**NOBODY, "dead": 3, "badly_hurt": 2, "lightly_hurt": 6, "loss": 60})
    story.take(35, "first_report", **words.CRASH_REPORT)
    for minutes in (70, 130):  # the county's duty, then the city's
        teller = company.people.people.get(story.incident.reporter_id)
        if teller is not None:
            story.take(minutes, "report_up", teller, **words.CRASH_REPORT)
    story.take(400, "end", note="现场清理完毕，道路恢复通行。")
    story.take(900, "final_report", **words.CRASH_REPORT)
    story.take(4000, "close", note="善后已落实。")
    reviewed(company, story)


def reviewed(company, story):
    """Written after ten days; one of its two measures is done."""
    at, review = story.began + timedelta(days=10), IncidentReview.objects.get(incident=story.incident)
    days = [(at + timedelta(days=count)).date() for count in (15, 90)]
    measures = [
        {"text": "路口增设减速带和结冰警示", "owner": "交警大队", "until": days[0]},
        {"text": "与三家医院修订伤员分流预案", "owner": "卫健委", "until": days[1]},
    ]
    written = {"strengths": "救治和分流及时。", "shortfalls": "路口结冰预警没有传到运输企业。", "lessons": "预警信息直达企业值班室。"}
    review = engine.take(review, "submit", by=story.lead, at=at, measures=measures, **written)
    review = engine.take(review, "approve", by=story.centre, at=at + timedelta(days=2), note="同意。")
    first = review.measures.order_by("until").first()
    engine.take(review, "finish_measure", by=story.lead, at=at + timedelta(days=12), note="已施工完成。", measure=first)


def enter_teams(company):
    """Three teams in every county with somebody to keep them."""
    fresh = []
    for place in dict.fromkeys(one.path[:6] for one in company.lived):
        for number, (trade, kind, name, people, skills) in enumerate(words.TEAMS):
            office = company.office(trade, place)
            if office is not None and office.place.path == place:
                facts = {"people": people, "skills": skills, "duty_phone": f"0471-{place[-2:]}{number}0119", "updated_at": company.at}
                named = name.format(place=office.place.short_name)
                fresh.append(
                    Team(office=office, place=office.place, place_path=place, office_ids=[office.pk], kind=kind, name=named, **facts)
                )
    return len(Team.objects.bulk_create(fresh))


def tell_stories(company):
    """The fire, the outbreak, the crash; the oldest first."""
    with loading_history(since=company.at - timedelta(days=5)), rules_read_once():
        for story in (crash, outbreak, fire_now):
            story(company)
