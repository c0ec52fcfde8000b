"""Counts a month, closes and publishes it, and corrects what an objection showed. The only writer of the procedure."""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance import registry
from governance.calendar.months import month_after
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.cases.services import next_number
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.people.enums import Role
from governance.people.models import Leave, Post
from governance.places.rules import path_range
from governance.web.casework.filters import start_of
from governance.web.formats import cn_month
from grids.performance import terms
from grids.performance.enums import Presence, Standing
from grids.performance.models import (
    Absence,
    Attendance,
    Correction,
    Formula,
    FormulaItem,
    Objection,
    PayExport,
    Score,
    ScoreItem,
    Sheet,
    Training,
)
from grids.performance.rules import counts, points_of, tally, total_of

ONE_DAY = timedelta(days=1)
SAME = gettext_lazy("更正后的数据与原数相同，请选择“维持原数”。")
WAITING = gettext_lazy("该项已有一件异议正在办理。")


class Refused(ValueError):
    """It cannot be done like this; the message says why."""


def components():
    """code → component, over every procedure that declared one."""
    return {worked.code: worked for worked in registry.declared("worked")}


def workers_of(office, month):
    """The grid workers' posts of a township that were live at some time of the month, by village and name."""
    begins, ends = start_of(month), start_of(month_after(month))
    start, end = path_range(office.place.path)
    rows = Post.objects.filter(role=Role.GRID_WORKER, office__place__path__gte=start, office__place__path__lt=end, begins__lt=ends)
    return rows.filter(Q(ends=None) | Q(ends__gt=begins)).with_office().order_by("office__place__path", "user__name", "pk")


def away_days(posts, month):
    """{post: days on which nothing is owed}: the register of the township, what was arranged with a colleague, and days nobody works."""
    last = month_after(month) - ONE_DAY
    free = {day for day in _days(month, last) if not current_calendar().is_working_day(day)}
    found = defaultdict(set)
    for row in Absence.objects.filter(post__in=posts, first__lte=last, last__gte=month):
        found[row.post_id].update(_days(max(row.first, month), min(row.last, last)))
    for row in Leave.objects.filter(post__in=posts).between(start_of(month), start_of(last + ONE_DAY)):
        found[row.post_id].update(_days(max(timezone.localdate(row.begins), month), min(timezone.localdate(row.last_moment), last)))
    return {post.pk: (free | found[post.pk], len(found[post.pk])) for post in posts}


def _days(first, last):
    return [first + number * ONE_DAY for number in range((last - first).days + 1)]


def counted(posts, month, formula):
    """{post: what the formula's components give}: each with its facts, and which of them count."""
    posts = list(posts)
    known, away, last = components(), away_days(posts, month), month_after(month)
    items = list(formula.items.all())
    facts = {item.component: _by_post(known[item.component], posts, month, last) for item in items if item.component in known}
    return {post: (_lines(items, facts, post, away[post.pk][0]), away[post.pk][1]) for post in posts}


def _by_post(worked, posts, first, last):
    found = defaultdict(list)
    for fact in worked.facts(posts, first, last):
        found[fact.post].append(fact)
    return found


def _lines(items, facts, post, away):
    lines = []
    for item in items:
        own = facts.get(item.component, {}).get(post.pk, [])
        done, owed = tally(own, away)
        kept = [[fact.day.isoformat(), fact.label, fact.url, fact.done, counts(fact, away)] for fact in own]
        points = points_of(done, owed, weight=item.weight)
        lines.append({"item": item, "done": done, "due": owed, "points": points, "facts": kept, "declared": item.component in facts})
    return lines


def total(lines):
    return total_of([(line["points"], line["item"].weight) for line in lines])


def formula_of(month):
    formula = Formula.objects.of_month(month)
    if formula is None:
        raise Refused(_("该月还没有计分办法，请联系市领导小组办公室。"))
    return formula


@transaction.atomic
def close_month(office, month, *, by, at):
    """结账: count a month that is over, once, with the formula of that month; every fact is kept as it was."""
    if start_of(month_after(month)) > at:
        raise Refused(_("本月尚未结束，不能结账。"))
    formula = formula_of(month)
    Formula.objects.select_for_update().get(pk=formula.pk)
    if Sheet.objects.filter(office=office, month=month).exists():
        raise Refused(_("该月已经结账。"))
    sheet = Sheet.objects.create(office=office, place_path=office.place.path, month=month, formula=formula, closed_by=by, closed_at=at)
    found = counted(workers_of(office, month), month, formula)
    scores = Score.objects.bulk_create(
        Score(sheet=sheet, post=post, author=post.user, place_path=post.office.place.path, total=total(lines), away=away)
        for post, (lines, away) in found.items()
    )
    ScoreItem.objects.bulk_create(
        ScoreItem(
            score=score, position=line["item"].position, component=line["item"].component, label=line["item"].label,
            weight=line["item"].weight, done=line["done"], due=line["due"], points=line["points"], facts=line["facts"],
        )
        for score in scores
        for line in found[score.post][0]
    )  # fmt: skip
    return sheet


@transaction.atomic
def publish(sheet, *, by, at):
    """公布: each worker sees the own figures from now on, and may object until the limit."""
    sheet = Sheet.objects.select_for_update().get(pk=sheet.pk)
    if sheet.is_published:
        raise Refused(_("该月已经公布。"))
    limit = Limit.objects.current([terms.OBJECT], at=at)[terms.OBJECT]
    ends = due(at, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar())
    sheet.standing, sheet.published_by, sheet.published_at, sheet.object_until = Standing.PUBLISHED, by, at, ends.at
    sheet.save(update_fields=["standing", "published_by", "published_at", "object_until"])
    return sheet


def unsettled(sheet, *, at):
    """Why figures of a month may still change, or "": what is paid for rests on figures that were open to objection (Art. 50)."""
    if not sheet.is_published:
        return _("本月还没有向本人公布，数据以后可能更正。")
    if waiting := Objection.objects.ongoing().filter(item__score__sheet=sheet).count():
        return _("还有 %(count)s 件异议没有答复，数据以后可能更正。") % {"count": waiting}
    return _("异议期还没有结束，数据以后可能更正。") if sheet.takes_objections(at) else ""


def file_objection(item, reason, *, by, at):
    """A worker objects to one figure of the own month, while that is open."""
    score = Score.objects.select_related("sheet__office", "post__office__place").get(pk=item.score_id)
    if score.author_id != by.pk:
        raise Refused(_("只能对本人的数据提出异议。"))
    if not score.sheet.takes_objections(at):
        raise Refused(_("不在异议期内。"))
    if item.objections.ongoing().exists():
        raise Refused(WAITING)
    place, title = score.post.office.place, f"{cn_month(score.sheet.month)} {item.label}"
    objection = Objection(item=item, author=by, reason=reason, title=title, place=place, number=next_number(at=at))
    objection.hand_to(score.sheet.office)
    return engine.begin(objection, by=by, at=at, note=reason)


@engine.after("performance", "take_back")
def only_by_its_author(objection, taken):
    if taken.by.pk != objection.author_id:
        raise engine.StepRefused(_("只有提出人可以撤回。"))


@engine.after("performance", "uphold")
def correct(objection, taken):
    """The figure, its points and the total follow; what stood there before is kept beside them."""
    done, owed = taken.given["done"], taken.given["due"]
    if not 0 <= done <= owed:
        raise engine.StepRefused(_("完成数不能大于应完成数。"))
    item = ScoreItem.objects.select_for_update(of=("self",)).select_related("score").get(pk=objection.item_id)
    if (done, owed) == (item.done, item.due):
        raise engine.StepRefused(SAME)
    score = Score.objects.select_for_update().get(pk=item.score_id)
    before = {"done_before": item.done, "due_before": item.due, "total_before": score.total}
    item.done, item.due, item.points = done, owed, points_of(done, owed, weight=item.weight)
    item.save(update_fields=["done", "due", "points"])
    score.total = total_of(list(score.items.values_list("points", "weight")))
    score.save(update_fields=["total"])
    facts = {"done": done, "due": owed, "total": score.total, "reason": taken.note, "by": taken.by, "at": taken.at}
    Correction.objects.create(item=item, objection=objection, **before, **facts)


@transaction.atomic
def set_formula(*, valid_from, basis, weights, by, at):
    """Another version from a month on. A month that somebody closed keeps its own, so the new one begins after all of them."""
    if Formula.objects.select_for_update().filter(valid_from=valid_from).exists():
        raise Refused(_("该月已有一个版本，请选择以后的月份。"))
    if Sheet.objects.filter(month__gte=valid_from).exists():
        raise Refused(_("该月或以后的月份已有乡镇（街道）结账，请选择以后的月份。"))
    formula = Formula.objects.create(valid_from=valid_from, basis=basis, by=by, at=at)
    known = {code: str(worked.label) for code, worked in components().items()}
    FormulaItem.objects.bulk_create(
        FormulaItem(formula=formula, position=position, component=code, label=known[code], weight=weight)
        for position, (code, weight) in enumerate(weights.items(), start=1)
    )
    return formula


def note_absence(post, *, by, at, **facts):
    return Absence.objects.create(post=post, place_path=post.office.place.path, by=by, at=at, **facts)


@transaction.atomic
def hold_training(office, *, by, at, posts, **facts):
    """A training with everyone who was to come; all came until it is said otherwise."""
    training = Training.objects.create(office=office, place_path=office.place.path, by=by, at=at, **facts)
    Attendance.objects.bulk_create(Attendance(training=training, post=post, presence=Presence.ATTENDED) for post in posts)
    return training


@transaction.atomic
def note_presence(training, presences):
    """{attendance key: presence}"""
    rows = list(training.attendances.select_for_update().filter(pk__in=presences))
    for row in rows:
        row.presence = presences[row.pk]
    Attendance.objects.bulk_update(rows, ["presence"])


def note_export(sheet, *, by, at, purpose):
    """Written before the file leaves."""
    return PayExport.objects.create(
        sheet=sheet, by=by, office=by.acting_post.office, purpose=purpose, count=sheet.scores.count(), at=at
    )  # fmt: skip
