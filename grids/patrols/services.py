"""Makes patrols due, keeps what was seen on the way, and writes check lists, routes and plans."""

from datetime import timedelta
from uuid import UUID, uuid4, uuid5

from django.contrib.contenttypes.models import ContentType
from django.core.files import File
from django.db import IntegrityError, transaction
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.calendar.months import month_after, weeks_of
from governance.cases.services import hand_over, next_numbers
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.files.models import Attachment
from governance.files.services import attach, claim, open_attachment
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.timeline.record import record
from grids.admission.rules import LEAVES_LIST
from grids.mesh.models import Assignment, Grid
from grids.patrols import terms
from grids.patrols.enums import IN_TIME, TO_WALK, Result, State
from grids.patrols.models import Answer, CheckItem, CheckList, CheckVersion, Patrol, PatrolPoint, Plan, Route, RoutePoint
from grids.patrols.rules import due_period, report_words
from grids.redrawing.services import carries, hangs_on

REPORTS = "reports"
SUBMISSIONS = UUID("6f0c4b0e-3a52-4c55-9d0e-0a5e35b2d9f1")  # the space of the keys under which findings are filed once
BATCH, MISSED_AT_ONCE = 200, 500


class PatrolRefused(ValueError):
    """What cannot be done about a patrol, a route or a check list; the sentence is for the person who asked."""


# Check lists


@transaction.atomic
def publish(checklist, items, *, by, at, seen=None):
    """Save a check list, its items as a new version where they differ. `seen` is the version the writer had before him."""
    if checklist.pk:
        CheckList.objects.select_for_update(of=("self",)).get(pk=checklist.pk)
    latest = current_version(checklist) if checklist.pk else None
    if latest and seen is not None and seen != latest.number:
        raise PatrolRefused(_("您打开页面之后，其他人发布了第%(number)s版。请打开核对后再修改。") % {"number": latest.number})
    checklist.save()
    if latest and [facts_of(item) for item in latest.items.all()] == [{**item, "kind": item["kind"].pk} for item in items]:
        return latest
    version = CheckVersion.objects.create(checklist=checklist, number=latest.number + 1 if latest else 1, made_at=at, made_by=by)
    CheckItem.objects.bulk_create(CheckItem(version=version, order=order, **item) for order, item in enumerate(items, start=1))
    return version


def facts_of(item):
    """What is written of an item, as `publish` is told it."""
    return {"label": item.label, "hint": item.hint, "citation": item.citation, "months": item.months, "kind": item.kind_id}


def row_of(item):
    """The same as the page writes it."""
    return {**facts_of(item), "months": ",".join(str(month) for month in item.months)}


def fresh_code():
    """A code nobody has, for a list that is made in the portal; those of the first content have names."""
    return f"list-{uuid4().hex[:8]}"


def current_version(checklist):
    return checklist.versions.order_by("-number").first()


def switch(checklist, *, on, at):
    """Art. 49: a check list is switched on only while the duty it serves is on the admitted list."""
    if on and not checklist.duty.is_in_force(timezone.localdate(at)):
        raise PatrolRefused(_("“%(duty)s”现在不在网格准入清单上，不能启用。") % {"duty": checklist.duty})
    CheckList.objects.filter(pk=checklist.pk).update(active=on)


@engine.after("admission", *LEAVES_LIST)
def switch_off(application, taken):
    """Its duty has left the list: no patrol is made by it any more."""
    if application.duty_id:
        CheckList.objects.filter(duty=application.duty_id).update(active=False)


# Routes and plans


@transaction.atomic
def draw(route, points, *, by, at):
    """Save a route with its points in order. Patrols that were made keep the points they have."""
    route.place_path, route.changed_at, route.changed_by = route.grid.place_path, at, by
    route.save()
    route.points.all().delete()
    RoutePoint.objects.bulk_create(RoutePoint(route=route, order=order, **facts) for order, facts in enumerate(points, start=1))
    return route


def make_plan(*, by, at, route, **facts):
    """Let a route be walked from a day on; the first patrol is made at once where that day has come."""
    try:
        with transaction.atomic():
            plan = Plan.objects.create(route=route, place_path=route.place_path, made_by=by, made_at=at, **facts)
    except IntegrityError as clash:
        raise PatrolRefused(_("这条路线按这张检查表和频次已经有一项计划在执行。")) from clash
    open_due(at=at, plans=Plan.objects.filter(pk=plan.pk))
    return plan


@transaction.atomic
def stop_plan(plan, *, by, at):
    """No more patrols are made; nobody has to walk one that was not begun yet."""
    if Plan.objects.filter(pk=plan.pk, stopped_at=None).update(stopped_at=at, stopped_by=by):
        for patrol in Patrol.objects.filter(plan=plan, state=State.PLANNED).for_step():
            engine.take(patrol, "excuse", by=by, at=at, note=_("巡查计划已停止。"))


# What is owed


def open_due(*, at, plans=None):
    """Make the patrols whose stretch has begun; each stretch of a plan once. Returns how many were made."""
    day, found = timezone.localdate(at), []
    running = (Plan.objects.order_by("pk") if plans is None else plans).running(day)
    for plan in running.select_related("route__grid__place", "checklist"):
        season = plan.checklist.season
        if period := due_period(plan.rhythm, day, begins=plan.begins, ends=plan.ends, season=season):
            found.append((plan, period))
    known = set(Patrol.objects.filter(period_first__in={first for _plan, (first, _last) in found}).values_list("plan", "period_first"))
    fresh = [(plan, period) for plan, period in found if (plan.pk, period[0]) not in known]
    return sum(_open_batch(fresh[start : start + BATCH], at=at) for start in range(0, len(fresh), BATCH))


def _open_batch(batch, *, at):
    """These patrols with their points; none of them where another run makes one of them just now."""
    surroundings = Surroundings(batch, at=at)
    made = [made for plan, period in batch if (made := surroundings.patrol(plan, period))]
    if not made:
        return 0
    try:
        with transaction.atomic():
            for patrol, number in zip(made, next_numbers([at] * len(made)), strict=True):
                patrol.number = number
            engine.begin_many(made, by=SYSTEM, notes=[""] * len(made), data=[{}] * len(made))
            PatrolPoint.objects.bulk_create(point for patrol in made for point in surroundings.points(patrol))
    except IntegrityError:
        return 0
    return len(made)


class Surroundings:
    """What many new patrols need to know, read once: points, versions, workers and village offices."""

    def __init__(self, batch, *, at):
        self.at, plans = at, [plan for plan, _period in batch]
        grids = {plan.route.grid_id for plan in plans}
        serving = Assignment.objects.current(at).responsible().filter(grid__in=grids)
        self.workers = dict(serving.values_list("grid", "post__user"))
        villages = {plan.route.grid.place_id for plan in plans}
        offices = Office.objects.in_use().filter(type=OfficeType.VILLAGE, place__in=villages)
        self.offices = {office.place_id: office for office in offices}
        versions = CheckVersion.objects.filter(checklist__in={plan.checklist_id for plan in plans}).order_by("number")
        self.versions = {version.checklist_id: version for version in versions.prefetch_related("items")}
        self.routes = {}
        for point in RoutePoint.objects.filter(route__in={plan.route_id for plan in plans}).order_by("order"):
            self.routes.setdefault(point.route_id, []).append(point)

    def patrol(self, plan, period):
        """The patrol of a plan for a stretch, not written yet; None where there is nothing to look at then, or nowhere to go."""
        version, points = self.versions.get(plan.checklist_id), self.routes.get(plan.route_id)
        if not points or not version or not in_month(version.items.all(), period[0].month):
            return None
        grid = plan.route.grid
        patrol = Patrol(
            plan=plan, grid=grid, checks=version, place=grid.place, title=f"{plan.checklist.label} · {plan.route.name}"[:60],
            period_first=period[0], period_last=period[1], worker_id=self.workers.get(grid.pk), total=len(points), left=len(points),
            opened_at=self.at,
        )  # fmt: skip
        if office := self.offices.get(grid.place_id):
            patrol.hand_to(office)
        return patrol

    def points(self, patrol):
        """A copy of the route's points."""
        for point in self.routes[patrol.plan.route_id]:
            facts = {"order": point.order, "name": point.name, "address": point.address}
            yield PatrolPoint(patrol=patrol, latitude=point.latitude, longitude=point.longitude, **facts)


def in_month(items, month):
    """The items that are looked at in a month."""
    return [item for item in items if not item.months or month in item.months]


def items_of(patrol):
    """What is to be looked at on this patrol, in order."""
    return in_month(patrol.checks.items.select_related("kind"), patrol.period_first.month)


def points_of(patrol):
    """The points in order, each with what was `seen` of every thing (`usual`, `unusual`) and its `photos`; three statements in all."""
    seen = Answer.objects.select_related("item", "report").order_by("item__order")
    points = [*patrol.points.select_related("answered_by").prefetch_related(Prefetch("answers", seen, to_attr="seen"))]
    kind, photos = ContentType.objects.get_for_model(PatrolPoint), {}
    for row in Attachment.objects.filter(content_type=kind, object_id__in=[point.pk for point in points]).order_by("at", "pk"):
        url = reverse("attachment", args=[row.pk])
        shown = {"name": row.name, "size": row.size, "url": url, "thumbnail_url": f"{url}?thumbnail" if row.thumbnail else ""}
        photos.setdefault(row.object_id, []).append(shown)
    for point in points:
        point.photos = photos.get(point.pk, [])
        point.unusual = [one for one in point.seen if one.result != Result.NORMAL]
        point.usual = [one for one in point.seen if one.result == Result.NORMAL]
    return points


def shown_on(patrol, first):
    """The day of a month a patrol stands on: the one it ended on, else the last of its stretch; inside the month in any case."""
    day = timezone.localdate(patrol.closed_at) if patrol.closed_at else patrol.period_last
    return min(max(day, first), month_after(first) - timedelta(days=1))


def own_grid(user, *, at):
    """The code of the first grid the person serves."""
    return Grid.objects.served_by(user, at).order_by("place_path").values_list("code", flat=True).first()


def drawn_weeks(first, rows):
    """The weeks of a month with the patrols of each day."""
    of_day = {}
    for patrol in rows:
        of_day.setdefault(shown_on(patrol, first), []).append(patrol)
    today = timezone.localdate()
    return [[day and {"day": day, "patrols": of_day.get(day, []), "is_today": day == today} for day in week] for week in weeks_of(first)]


def note_missed(*, at):
    """What was not finished by its limit is overdue, what was not made good either is missed. Returns how many moved."""
    late = Patrol.objects.filter(state__in=IN_TIME, due_at__lt=at).order_by("due_at")
    lapsed = Deadline.objects.filter(term=terms.MAKE_GOOD.name, state=DeadlineState.RUNNING, due_at__lt=at)
    given_up = Patrol.objects.filter(state=State.OVERDUE, number__in=lapsed.values("case_number"))
    return sum(
        _moved(patrol, step, at=at) for step, rows in (("miss", late), ("give_up", given_up)) for patrol in rows.for_step()[:MISSED_AT_ONCE]
    )


def _moved(patrol, step, *, at):
    try:
        engine.take(patrol, step, by=SYSTEM, at=at)
    except engine.StepRefused:  # finished, or moved by another run, this very moment
        return False
    return True


def follow_workers(*, at):
    """Patrols that wait belong to whoever is responsible for the grid now. Returns how many changed hands."""
    serving = dict(Assignment.objects.current(at).responsible().values_list("grid", "post__user"))
    moved = [
        patrol for patrol in Patrol.objects.to_walk().only("grid", "worker", "version") if patrol.worker_id != serving.get(patrol.grid_id)
    ]
    for patrol in moved:
        patrol.worker_id = serving.get(patrol.grid_id)
    return Patrol.objects.bulk_update(moved, ["worker"], batch_size=BATCH)


# When a grid is redrawn


@carries
def patrols_go_on(old, heir, *, by, at):
    """Routes with their plans, and the patrols that wait, are the heir's from now; what was walked keeps the grid it was walked in."""
    routes = Route.objects.filter(grid=old)
    Plan.objects.filter(route__in=routes).update(place_path=heir.place_path)
    routes.update(grid=heir, place_path=heir.place_path)
    label = _("网格调整，转入%(heir)s") % {"heir": heir.name}
    for patrol in Patrol.objects.to_walk().filter(grid=old).select_for_update(of=("self",)).order_by("pk"):
        patrol.grid = heir
        record(patrol, "patrols.moved", label, at=at, data={"from": old.code, "to": heir.code})
        patrol.save(update_fields=["grid", "version"])
    follow_workers(at=at)
    return 0


@hangs_on
def plans_of_the_grid(grid, *, day):
    """Closed without an heir, a grid would let its patrols stop without anybody's word."""
    count = Plan.objects.running(day).filter(route__grid=grid).count()
    return [_("有 %(count)s 项巡查计划在执行，没有接续网格的，请先停止计划") % {"count": count}] if count else []


# On the way


remindable("patrols")


def serves(user, patrol, *, at):
    """Whether the person serves the grid now, as responsible worker or deputy."""
    return Assignment.objects.current(at).filter(grid=patrol.grid_id, post__user=user).exists()


@engine.after("patrols", "start", "finish")
def check_worker(patrol, taken):
    """The grid's own worker walks it, or a deputy."""
    if not serves(taken.by, patrol, at=taken.at):
        raise engine.StepRefused(_("由本网格的责任网格员或协管网格员巡查。"))


@engine.after("patrols", "finish")
def note_finished(patrol, taken):
    patrol.done_by = taken.by
    patrol.kept = taken.clocks.met[terms.FINISH.name].was_kept


@engine.after("patrols", "miss")
def note_overdue(patrol, taken):
    patrol.kept = False


@engine.after("patrols", "excuse")
def count_out(patrol, taken):
    """What the township excused is neither kept nor broken."""
    patrol.kept = None


def answer_point(patrol, order, results, *, by, at, note="", held=()):
    """Keep what was seen at a point, {item's key: Result}: all of it or nothing. Everything that is not in order is reported at once.

    Pressed twice it is kept once: an item that was reported stays as it is. Returns the new reports. Raises `PatrolRefused`.
    """
    with transaction.atomic():
        patrol = engine.lock(patrol)
        if patrol.state not in TO_WALK:
            raise PatrolRefused(_("本次巡查已经结束，不能再修改。"))
        if not serves(by, patrol, at=at):
            raise PatrolRefused(_("由本网格的责任网格员或协管网格员巡查。"))
        if patrol.state == State.PLANNED:
            patrol = engine.take(patrol, "start", by=by, at=at)
        point = patrol.points.select_for_update(of=("self",)).get(order=order)
        reports = _keep_answers(patrol, point, results, by=by, at=at, note=note)
        _keep_photographs(point, reports, held, by=by, at=at)
        point.note, point.answered_at, point.answered_by = note, at, by
        point.save(update_fields=["note", "answered_at", "answered_by"])
        patrol.left = patrol.points.filter(answered_at=None).count()
        patrol.findings = Answer.objects.filter(point__patrol=patrol, result=Result.WRONG).count()
        patrol.save(update_fields=["left", "findings", "version"])
    return reports


def _keep_answers(patrol, point, results, *, by, at, note):
    """One row per item; the reports that came of them, new ones only."""
    known, reports = {answer.item_id: answer for answer in point.answers.all()}, []
    for item in items_of(patrol):
        answer = known.get(item.pk) or Answer(point=point, item=item)
        if answer.report_id:
            continue
        answer.result = results[item.pk]
        if answer.result == Result.WRONG:
            answer.report = _report(patrol, point, item, by=by, at=at, note=note)
            reports.append(answer.report)
        answer.save()
    return reports


def _report(patrol, point, item, *, by, at, note):
    """What is not in order becomes a report of the item's kind, and both timelines say so."""
    words = report_words(item.label, note, point=point.name, address=point.address)
    facts = {"grid": patrol.grid, "kind": item.kind, "description": words, "latitude": point.latitude, "longitude": point.longitude}
    key = uuid5(SUBMISSIONS, f"{patrol.number}/{point.order}/{item.pk}")
    return hand_over(patrol, REPORTS, by=by, at=at, submission=key, landmark=(point.address or point.name)[:120], **facts)


def _keep_photographs(point, reports, held, *, by, at):
    """With the first report that came of the point, a copy with each other one; at the point where all is in order."""
    for upload in held:
        for report in reports[1:]:
            with open_attachment(upload) as content:
                attach(report, File(content, name=upload.name), by=by, at=at)
        claim(upload.token, reports[0] if reports else point, by=by, at=at)
