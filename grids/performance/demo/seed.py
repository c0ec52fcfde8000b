"""Half a year of monthly books in two townships: leave, trainings, months closed and published, objections answered and open."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from governance.calendar.months import month_after, month_before, month_of, months_until
from governance.calendar.services import current_calendar
from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post
from grids.performance.data.load import load_formulas
from grids.performance.models import Score, Sheet
from grids.performance.services import close_month, file_objection, hold_training, note_absence, note_presence, publish, workers_of

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT, MONTHS = timedelta(days=10), 6
TOWNSHIPS = ("township-150102001", "township-150102002")
WORKER = "wanggeyuan"
TITLES = ("消防安全和电动自行车管理", "矛盾纠纷排查与化解", "个人信息保护", "网格事件上报规范", "燃气安全常识", "防汛和供暖巡查要点")
AWAY_SHARE, MISSED, EXCUSED = 0.35, 0.08, 0.14
REASONS = {
    "spot": "该事件当日已到现场处置，系统登记晚了一天，请核对记录。",
    "confirmed": "接到答复当天就去看了，没有网络，回来后才确认的，请核对。",
    "patrols": "那一次巡查当天走完，最后一个点位没有信号，第二天才传上，请核对。",
    "diary": "这一周连着入户走访，日记写在纸上，周末才补录，请核对。",
    "training": "当日培训本人参加，签到表有签名，请核对。",
}


def seed(*, rng, scale, count, at, say):
    """The formula, then the books; nothing where there are some already."""
    load_formulas()
    if scale != "demo" or Sheet.objects.exists():
        return
    last = month_before(month_of(at.astimezone(CITY_TIME).date()))
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        for office in Office.objects.filter(code__in=TOWNSHIPS).select_related("place").order_by("code"):
            for month in months_until(last, MONTHS):
                tell_month(rng, office, month, now=at)
            tell_days(rng, office, month_after(last), now=at)
        tell_objections(at)
    say(f"performance: {Sheet.objects.count()} months of {Score.objects.values('post').distinct().count()} workers")


def clerk_of(office):
    """The named account before one that cannot sign in."""
    posts = Post.objects.filter(user__is_demo=True, role=Role.TOWNSHIP_CLERK, office=office).with_office()
    post = posts.order_by("-user__password", "pk").first()
    post.user.acting_post = post
    return post.user


def moment(day, now, hour=10):
    """A morning of a working day, before the present."""
    while not current_calendar().is_working_day(day):
        day += timedelta(days=1)
    return min(datetime.combine(day, time(hour, 20), tzinfo=CITY_TIME), now - timedelta(hours=2))


def tell_month(rng, office, month, *, now):
    """Leave and training, then closed in the first days of the next month and published; the last one was published yesterday."""
    clerk = clerk_of(office)
    tell_days(rng, office, month, now=now)
    closed = moment(month_after(month) + timedelta(days=2), now)
    sheet = close_month(office, month, by=clerk, at=closed)
    is_last = month_after(month) == month_of(now.astimezone(CITY_TIME).date())
    publish(sheet, by=clerk, at=now - timedelta(days=1) if is_last else moment(closed.date() + timedelta(days=1), now))


def tell_days(rng, office, month, *, now):
    """Who was away, and the training of the month."""
    clerk, posts, today = clerk_of(office), list(workers_of(office, month)), now.astimezone(CITY_TIME).date()
    for post in posts:
        first = month + timedelta(days=rng.randrange(3, 24))
        if rng.random() < AWAY_SHARE and first < today:
            kind = rng.choice(("rest", "rest", "leave", "errand"))
            note_absence(post, kind=kind, first=first, last=first + timedelta(days=rng.randrange(0, 3)), by=clerk, at=moment(first, now))
    held = moment(month + timedelta(days=rng.randrange(8, 20)), now)
    title = TITLES[month.month % len(TITLES)]
    training = hold_training(office, title=title, held_on=held.date(), hours=2, posts=posts, by=clerk, at=held)
    drawn = {row.pk: rng.random() for row in training.attendances.order_by("pk")}
    words = {pk: "missed" if draw < MISSED else "excused" for pk, draw in drawn.items() if draw < EXCUSED}
    note_presence(training, words)


def tell_objections(at):
    """One that was right, one that was not, one still open: of the named worker and of his colleagues."""
    home = Office.objects.filter(code=TOWNSHIPS[0], type=OfficeType.TOWNSHIP).first()
    sheets = list(Sheet.objects.filter(office=home).order_by("-month")[:3]) if home else []
    told = (("uphold", "经核对属实，予以更正。"), ("reject", "经核对记录和时间，原数无误。"), ("", ""))
    for sheet, (step, note) in zip(reversed(sheets), told, strict=False):
        items = [item for score in objecting(sheet) for item in score.items.order_by("-position") if item.done < item.due]
        if not items:
            continue
        item = items[0]
        author, filed = worker(item.score), sheet.published_at + timedelta(hours=3)
        objection = file_objection(item, REASONS[item.component], by=author, at=filed)
        if step:
            given = {"done": item.done + 1, "due": item.due} if step == "uphold" else {}
            engine.take(objection, step, by=clerk_of(home), at=filed + timedelta(days=1), note=note, **given)


def objecting(sheet):
    """The named worker first."""
    rows = sheet.scores.select_related("author", "post__office__place").prefetch_related("items")
    return sorted(rows, key=lambda score: (score.author.username != WORKER, score.pk))


def worker(score):
    score.author.acting_post = score.post
    return score.author
