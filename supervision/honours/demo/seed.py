"""Honours of the last full year: the best honoured after checks and publicity, objections, those barred refused; some still open."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post
from supervision.assessment.enums import Grade, Level, Unit
from supervision.assessment.models import Scheme
from supervision.honours.enums import Authority, Word
from supervision.honours.models import Honour, Objection, Programme
from supervision.honours.rules import authorities_of
from supervision.honours.services import nominate, object_in_public, set_up

MERITS = (
    "网格事项就地办结比例高，矛盾纠纷化解及时，全年没有发生有影响的案事件。",
    "接诉即办响应快、答复实，群众评价好，经验在全市推广。",
    "人员密集场所评估和演练全部按期完成，隐患整改到位。",
)
PUBLIC = "年度社会治理考核成绩突出，拟授予称号，现予公示。"
DAY = timedelta(days=1)
RECENT = 10 * DAY
QUOTA, OPEN = 8, 4
PROGRAMMES = (  # title, award, quota
    ("%s年度平安乡镇（街道）评选", "safe_township", QUOTA),
    ("%s年度平安建设先进单位评选", "safe_place", 5),
    ("%s年度社会治理先进个人评选", "worker", 10),
)
STEPS = (("check", 8), ("publicise", 12), ("grant", 25))  # days after the nomination
OBJECTIONS = (
    ("反映该街道一处小区消防通道长期被占，平安创建材料不实。", Word.DISMISSED, "经现场核查，已于去年完成整治并通过复查，不影响授予。"),
    ("反映该乡镇矛盾纠纷台账补填，数据有虚报。", Word.UPHELD, "经抽查台账，确有两件补填、虚报，异议属实。"),
)


def seed(*, rng, scale, count, at, say):
    """Nothing where there are honours already, or no locked assessment."""
    scheme = Scheme.objects.locked().filter(kind=Unit.PLACE, level=Level.TOWNSHIP).first()
    if scale != "demo" or scheme is None or Honour.objects.exists():
        return
    office, official = acting(Role.LEADING_OFFICE), acting(Role.LEADING_OFFICIAL)
    begun = min(scheme.locked_at + 20 * DAY, at - 60 * DAY)
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        townships, units, persons = (
            set_up(Programme(), by=office, at=begun, title=title % scheme.year, award=award, year=scheme.year, quota=quota,
                   nominate_until=timezone.localdate(at) + 20 * DAY)
            for title, award, quota in PROGRAMMES
        )  # fmt: skip
        results = [*scheme.results.ranked().exclude(grade=Grade.FAILED)]
        for number, result in enumerate(results[:QUOTA]):
            whole(rng, townships, result, number, by=office, official=official, at=begun + number * DAY / 24)
        for number, result in enumerate(results[QUOTA : QUOTA + OPEN]):
            still_open(rng, townships, result, number, by=office, at=at)
        whole_bureaus(rng, units, scheme.year, by=office, official=official, at=begun)
        person_shown(rng, persons, by=office, at=at - 2 * DAY)
        barred = [refused(rng, townships, row, by=office, at=at - DAY) for row in scheme.results.filter(grade=Grade.FAILED)]
    say(f"honours: {Honour.objects.count()} proposed, {sum(barred)} barred")


def proposed(rng, programme, unit, *, by, at, **facts):
    return nominate(programme=programme, unit=unit, merits=rng.choice(MERITS), by=by, at=at, **facts)


def township(result):
    return Office.objects.select_related("place").get(type=OfficeType.TOWNSHIP, place=result.place)


def checked(honour, *, by, at):
    for authority in authorities_of(honour.is_personal):
        honour = engine.take(honour, "record_check", by=by, at=at, note="无不同意见。", authority=Authority(authority), passed=True)
    return engine.take(honour, "pass_checks", by=by, at=at)


def shown(honour, *, by, at):
    return engine.take(honour, "publicise", by=by, at=at, public_text=PUBLIC)


def whole(rng, programme, result, number, *, by, official, at):
    """From the nomination to its end: two were objected to, one of them rightly; one was withdrawn after all."""
    days = dict(STEPS)
    honour = checked(proposed(rng, programme, township(result), by=by, at=at), by=by, at=at + days["check"] * DAY)
    honour = shown(honour, by=by, at=at + days["publicise"] * DAY)
    if number in (2, 5):
        text, word, answer = OBJECTIONS[number == 5]
        moment = honour.publicised_at + 2 * DAY
        object_in_public(honour, text=text, name="", phone="", at=moment)
        facts = {"objection": Objection.objects.get(honour=honour), "upheld": word == Word.UPHELD, "note": answer}
        honour = engine.take(honour, "settle_objection", by=by, at=moment + DAY, **facts)
    ended = at + days["grant"] * DAY
    if number == 5:
        engine.take(honour, "refuse", by=official, at=ended, note="公示期间的异议经核实属实。")
        return
    honour = engine.take(honour, "grant", by=official, at=ended, decision=f"市领导小组表彰决定〔{timezone.localtime(at).year}〕2号")
    if number == 6:
        engine.take(honour, "withdraw", by=official, at=ended + 20 * DAY, note="授予后发现申报材料不实，予以撤销。")


def still_open(rng, programme, result, number, *, by, at):
    """On the desks today: two in public, one of them objected to, one checked, one just proposed."""
    honour = proposed(rng, programme, township(result), by=by, at=at - 6 * DAY)
    if number == 3:
        return
    honour = checked(honour, by=by, at=at - 4 * DAY)
    if number == 2:
        return
    honour = shown(honour, by=by, at=at - 3 * DAY)
    if number == 1:
        object_in_public(honour, text="反映辖区夜间噪声长期无人处理，请核实。", name="赵敏", phone="13800000123", at=at - DAY)


def whole_bureaus(rng, programme, year, *, by, official, at):
    """The three best departments of the city."""
    scheme = Scheme.objects.locked().filter(kind=Unit.BUREAU, level=Level.CITY, year=year).first()
    for result in scheme.results.ranked().exclude(grade=Grade.FAILED)[:3] if scheme else ():
        days = dict(STEPS)
        honour = checked(proposed(rng, programme, result.office, by=by, at=at), by=by, at=at + days["check"] * DAY)
        honour = shown(honour, by=by, at=at + days["publicise"] * DAY)
        engine.take(honour, "grant", by=official, at=at + days["grant"] * DAY, decision=f"市领导小组表彰决定〔{year + 1}〕3号")


def person_shown(rng, programme, *, by, at):
    """A person with an account, and one without: the name is sealed, and stands in public as its first character."""
    village = Post.objects.filter(user__username="wanggeyuan").with_office().first()
    committee = Office.objects.select_related("place").get(code="committee-150102001")
    for unit, facts in ((village.office, {"person": village.user, "duty": "网格员"}), (committee, {"name": "乌兰", "duty": "人民调解员"})):
        honour = proposed(rng, programme, unit, by=by, at=at - 5 * DAY, **facts)
        shown(checked(honour, by=by, at=at - 2 * DAY), by=by, at=at)


def refused(rng, programme, result, *, by, at):
    """Whether the portal refuses the nomination of a unit that failed."""
    try:
        with transaction.atomic():
            proposed(rng, programme, township(result), by=by, at=at)
    except engine.StepRefused:
        return True
    return False


def acting(role):
    """The named person of the city's leading group in that role."""
    posts = Post.objects.filter(user__is_demo=True, role=role, office__type=OfficeType.LEADING_GROUP, office__place__level="city")
    post = posts.with_office().order_by("pk").first()
    post.user.acting_post = post
    return post.user
