"""A year of the city's joint meetings: one long carried out, one whose resolutions are under way, one to come; and the duty telephones."""

from datetime import timedelta

from emergencies.cooperation import services
from emergencies.cooperation.data.load import load_partners
from emergencies.cooperation.enums import Kind
from emergencies.cooperation.models import CityMeeting, Partner, PartnerContact
from emergencies.cooperation.rules import CITY_TIME
from emergencies.venues.demo.mall import RECENT, acting
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Office

OFFICE = "leading_group-1501"
UNITS = (("应急管理局值班室", "突发事件信息通报、救援力量协调", "1"), ("疾病预防控制中心", "传染病疫情通报、流行病学协查", "2"),
         ("公安局指挥中心", "跨市警情协查、交通管制", "3"))  # fmt: skip
REGULAR = "呼包鄂乌社会治理定期会商"
PLACE = "市应急指挥中心第一会议室（视频）"
TRADES = ("emergency", "health", "police", "traffic_police")
FIRST = (
    (("统一四市突发事件信息通报格式，建立值班电话每月核对制度", "emergency", None), 30, "四市值班电话已核对，通报格式已启用。"),
    (("建立传染病疫情信息日互通群组，发生聚集性疫情两小时内互通", "health", None), 45, "互通群组已建立，完成一次测试。"),
    (("提供黄河沿线汛期水情共享接口", None, "150200"), 60, "对方已提供接口账号，每日八时更新。"),
)
SECOND = (
    (("组织京藏高速跨市危化品运输事故联合演练", "emergency", None), 40, ""),
    (("四市救援队伍和装备清单互换并按季更新", "emergency", None), 12, "清单已互换，共二十一支队伍。"),
    (("开放交界区域视频监控查看权限", None, "150900"), 25, ""),
)
AGENDA = "一、通报上半年跨市突发事件处置情况；二、研究汛期和冬春季传染病联防联控；三、确定下一阶段联合演练。"
TOLD = "四市通报了跨市事件信息互通、力量互援情况，对信息通报时限、联合演练和装备互换进行了讨论，形成一致意见。"


def seed(*, rng, scale, count, at, say):
    if scale != "demo":
        return
    load_partners()
    if CityMeeting.objects.exists() or not Office.objects.filter(code=OFFICE).exists():
        say("cooperation: there are meetings already, or nobody to call one")
        return
    keep_contacts(at=at)
    by = acting(Role.LEADING_OFFICE, OFFICE)
    with loading_history(since=at - RECENT), rules_read_once():
        first = called(by, REGULAR, Kind.REGULAR, at=at - timedelta(days=215), days=15)
        carried_out(held(first, by, FIRST), by, FIRST)
        second = arranged(first.following, by, REGULAR, at=at - timedelta(days=40), days=20)
        carried_out(held(second, by, SECOND), by, SECOND)
        special = called(by, "冬季高速公路恶劣天气联动处置专题会商", Kind.SPECIAL, at=at - timedelta(days=3), days=5)
        ring(special, at=at)
    say(f"cooperation: {CityMeeting.objects.count()} meetings told, {PartnerContact.objects.count()} points of contact")


def keep_contacts(*, at):
    rows = [
        PartnerContact(
            partner=partner, unit=f"{partner.name}{unit}", duty=duty, phone=f"{area}-000{end}{end}{end}{end}",
            checked_on=(at - timedelta(days=20 * serial)).date(),
        )
        for serial, (partner, area) in enumerate(zip(Partner.objects.order_by("code"), ("0472", "0477", "0474"), strict=False), start=1)
        for unit, duty, end in UNITS
    ]  # fmt: skip
    PartnerContact.objects.bulk_create(rows, ignore_conflicts=True)


def arrangement(title, *, at, days):
    meet_at = (at + timedelta(days=days)).astimezone(CITY_TIME).replace(hour=9, minute=0, second=0, microsecond=0)
    facts = {"title": title, "purpose": AGENDA, "meet_at": meet_at, "venue": PLACE, "chair": "市委政法委副书记"}
    return {**facts, "partners": [*Partner.objects.filter(active=True)]}


def called(by, title, kind, *, at, days):
    return invited(services.call(office=by.acting_post.office, by=by, at=at, kind=kind, **arrangement(title, at=at, days=days)), by, at=at)


def arranged(meeting, by, title, *, at, days):
    return invited(engine.take(meeting, "arrange", by=by, at=at, **arrangement(title, at=at, days=days)), by, at=at)


def invited(meeting, by, *, at):
    offices = [*services.invitable(meeting).filter(type=OfficeType.BUREAU, trade__in=TRADES)]
    return engine.take(meeting, "invite", by=by, at=at, offices=offices) if offices else meeting


def held(meeting, by, agreed):
    """From the meeting to its minutes."""
    began, present = meeting.meet_at, [*meeting.partners.all()]
    written = began + timedelta(days=2)
    ring(meeting, at=began)
    meeting = engine.take(meeting, "hold", by=by, at=began + timedelta(hours=3), held_at=began, present=present, note=TOLD)
    for (task, trade, code), days, _result in agreed:
        owner = meeting.member_offices().filter(trade=trade).first() or meeting.office if trade else None
        partner = Partner.objects.get(code=code) if code else None
        given = {"task": task, "owner": owner, "partner": partner, "due_on": (began + timedelta(days=days)).date()}
        meeting = engine.take(meeting, "decide", by=by, at=written, **given)
    return engine.take(meeting, "issue", by=by, at=written)


def carried_out(meeting, by, agreed):
    """What is said to be done is done a few days before its day."""
    results = {task: result for (task, _trade, _code), _days, result in agreed}
    for resolution in meeting.resolutions.order_by("due_on"):
        if result := results[resolution.task]:
            moment = meeting.issued_at + timedelta(days=max((resolution.due_on - meeting.issued_at.date()).days - 3, 1))
            ring(meeting, at=moment)
            meeting = engine.take(meeting, "finish", by=by, at=moment, resolution=resolution, note=result)
    return meeting
