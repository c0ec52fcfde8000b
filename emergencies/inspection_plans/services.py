"""Draws up plans, publishes their pools, and draws."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from emergencies.inspection_plans.models import InspectionPlan, Lot
from emergencies.inspection_plans.rules import PAIR, digest_of, drawn, pairs, rank, seed_of
from emergencies.premises.models import Premises
from emergencies.premises.permissions import VIEW as VIEW_PREMISES
from governance.cases.services import next_number
from governance.flow import engine
from governance.people.models import Post, User

BATCH = 1000


def draft(*, at, by, kinds, inspectors, submission=None, **facts):
    """Draw up a plan of the office acted for. The same `submission` never makes two.

    `facts`: title, checklist, area, begins, ends, count, takes_key, draws_at, seed_source.
    """
    if earlier := submission and InspectionPlan.objects.filter(submission=submission).first():
        return earlier
    office = by.acting_post.office
    plan = InspectionPlan(place=office.place, drafter=by, submission=submission, **facts)
    try:
        with transaction.atomic():
            plan.hand_to(office)
            plan.number = next_number(at=at)
            engine.begin(plan, by=by, at=at)
            plan.kinds.set(kinds)
            plan.inspectors.set(inspectors)
            return plan
    except IntegrityError:  # the same form at the same moment
        earlier = submission and InspectionPlan.objects.filter(submission=submission).first()
        if not earlier:
            raise
        return earlier


def colleagues(office, *, at, roles):
    """Who serves at the office now in one of the roles, and may be sent out."""
    return User.objects.filter(pk__in=Post.objects.live(at).filter(office=office, role__in=roles).values("user")).order_by("name", "pk")


def pool_of(user, *, area, kinds):
    """The objects a plan can draw from: in use, of its kinds, in its area, and within the reach of whoever asks."""
    rows = Premises.objects.visible_to(user, VIEW_PREMISES).in_use().within(area.path)
    return rows.filter(kind__in=[kind.pk for kind in kinds])


@engine.after("inspection_plans", "announce")
def publish_pool(plan, taken):
    """The pool is settled before anybody knows the number that decides."""
    if plan.ends < taken.at.date():
        raise engine.StepRefused(_("计划的截止日期已过，请撤回后重新拟定。"))
    rows = [*pool_of(taken.by, area=plan.area, kinds=plan.kinds.all()).only("number", "is_key")]
    if not rows:
        raise engine.StepRefused(_("检查范围内没有这些类型的检查对象，请先登记名录。"))
    Lot.objects.bulk_create(
        [Lot(plan=plan, premises=row, number=row.number, is_key=row.is_key and plan.takes_key) for row in rows], batch_size=BATCH
    )
    plan.pool_size, plan.digest = len(rows), digest_of(row.number for row in rows)


@engine.after("inspection_plans", "correct")
def redraft(plan, taken):
    """Whoever wrote the plan last counts as its drafter: what is settled was read by somebody else."""
    plan.kinds.set(taken.given["kinds"])
    plan.inspectors.set(taken.given["inspectors"])
    plan.drafter = taken.by


@engine.after("inspection_plans", "draw")
def draw_lots(plan, taken):
    """The seed and everything that follows from it; who was away in the meantime is not sent out."""
    plan.seed = seed_of(plan.number, plan.digest, taken.given["public_number"])
    lots = {lot.number: lot for lot in plan.lots.all()}
    chosen = drawn(plan.seed, lots, plan.count, always=[number for number, lot in lots.items() if lot.is_key])
    serving = plan.inspectors.filter(pk__in=Post.objects.live(taken.at).filter(office=plan.office_id).values("user"))
    people = [*serving.values_list("pk", flat=True)]
    if len(people) < PAIR:
        raise engine.StepRefused(_("在岗的检查人员不足两名，请撤回后重新拟定。"))
    sent = pairs(plan.seed, chosen, people)
    for number, lot in lots.items():
        lot.rank, lot.drawn, lot.inspectors = rank(plan.seed, number), number in sent, [*sent.get(number, ())]
    Lot.objects.bulk_update(lots.values(), ["rank", "drawn", "inspectors"], batch_size=BATCH)
    plan.total = plan.left = len(chosen)


@engine.unless("inspection_plans", "end")
def lacks_inspections(plan):
    """What stands between a plan and its end."""
    return _("还有 %(left)s 处没有检查。") % {"left": plan.left} if plan.left else ""


def one_less(plan_id):
    """An inspection of the plan was made, or need not be made any more."""
    plan = InspectionPlan.objects.select_for_update(of=("self",)).get(pk=plan_id)
    InspectionPlan.objects.filter(pk=plan_id).update(left=max(plan.left - 1, 0))
