"""Titles of the year: the best townships honoured, one nomination barred by its assessment, one title withdrawn."""

from datetime import timedelta

from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post
from supervision.assessment.enums import Grade, Level
from supervision.assessment.models import Scheme
from supervision.honours.models import Honour
from supervision.honours.services import nominate

MERITS = (
    "网格事项就地办结比例高，矛盾纠纷化解及时，全年没有发生有影响的案事件。",
    "接诉即办响应快、答复实，群众评价好，经验在全市推广。",
    "人员密集场所评估和演练全部按期完成，隐患整改到位。",
)
GRANTED, WAITING = 8, 3


def seed(*, rng, scale, count, at, say):
    """Nothing where there are honours already, or no locked assessment."""
    scheme = Scheme.objects.locked().filter(level=Level.TOWNSHIP).first()
    if scale != "demo" or scheme is None or Honour.objects.exists():
        return
    office, official = acting(Role.LEADING_OFFICE), acting(Role.LEADING_OFFICIAL)
    results = [*scheme.results.ranked()]
    for number, result in enumerate(row for row in results[: GRANTED + WAITING]):
        moment = at - timedelta(days=1, hours=5, minutes=-7 * number)
        honour = proposed(result, rng, scheme, by=office, at=moment, award="safe_township")
        if honour and number < GRANTED:
            decided(honour, number, by=official, at=moment + timedelta(hours=3))
    barred = [proposed(row, rng, scheme, by=office, at=at, award="safe_township") for row in results if row.grade == Grade.FAILED]
    say(f"honours: {Honour.objects.count()} proposed, {len(barred)} barred")


def proposed(result, rng, scheme, *, by, at, award):
    """A nomination; None where the assessment bars the unit, as the portal refuses it."""
    unit = Office.objects.named(OfficeType.TOWNSHIP, result.place.path)
    try:
        return nominate(unit=unit, award=award, year=scheme.year, merits=rng.choice(MERITS), by=by, at=at)
    except engine.StepRefused:
        return None


def decided(honour, number, *, by, at):
    """Granted; one refused, and one withdrawn after all."""
    if number == 5:
        engine.take(honour, "refuse", by=by, at=at, note="本年度已获同类表彰，不重复授予。")
        return
    honour = engine.take(honour, "grant", by=by, at=at, decision="市领导小组表彰决定〔2026〕2号")
    if number == 6:
        engine.take(honour, "withdraw", by=by, at=at + timedelta(hours=1), note="公示期间收到反映，经核实材料不实，予以撤销。")


def acting(role):
    """The named person of the city's leading group in that role."""
    posts = Post.objects.filter(user__is_demo=True, role=role, office__type=OfficeType.LEADING_GROUP, office__place__level="city")
    post = posts.with_office().order_by("pk").first()
    post.user.acting_post = post
    return post.user
