"""Names the reviewers of manual items, takes their scores apart from each other, and tries other weights without saving."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.people.models import Post, User
from supervision.assessment.enums import ItemKind, Slot, State
from supervision.assessment.models import Result, Reviewer, Score
from supervision.assessment.permissions import SCORE
from supervision.assessment.rules import apart, base_of, ranks, reweighed
from supervision.assessment.services import SchemeRefused, adjustments_of, compute, limits_of, locked_row, scores_of, total

TWO = (Slot.FIRST, Slot.SECOND)


def reviewers_offered():
    """Who can be named: people of the city's own offices who may score."""
    live = Post.objects.live(timezone.now()).filter(role__in=SCORE.roles, office__place__level="city")
    return User.objects.filter(pk__in=live.values("user")).order_by("name", "pk")


@transaction.atomic
def name_reviewers(scheme, chosen):
    """{item: {slot: user}} for the manual items; one who scored already stays. Refused once the results are disclosed."""
    scheme = locked_row(scheme, State.DRAFT, State.PUBLISHED)
    for item in scheme.items.of_kind(ItemKind.MANUAL):
        begun = set(item.scores.values_list("slot", flat=True))
        wanted = chosen.get(item.pk, {})
        item.reviewers.exclude(slot__in=begun).delete()
        kept = set(item.reviewers.values_list("user", flat=True))
        if kept & {user.pk for slot, user in wanted.items() if slot not in begun}:
            raise SchemeRefused(_("同一项目的三名评审人应当各不相同。"))
        Reviewer.objects.bulk_create(Reviewer(item=item, slot=slot, user=user) for slot, user in wanted.items() if slot not in begun)


def seats_of(user):
    """The seats a person has in schemes that are being assessed, with item and scheme."""
    seats = Reviewer.objects.filter(user=user, item__scheme__state=State.PUBLISHED).select_related("item__scheme")
    return seats.order_by("item__scheme__year", "item__scheme__level", "item__position")


def seat_of(user, item):
    return Reviewer.objects.filter(user=user, item=item).select_related("item__scheme").first()


def rows_to_score(seat):
    """The units before a reviewer: each with the own score, whether it can be given or changed now, and whether it is the own unit.

    A third reviewer is shown the units the first two differ on, and nobody reads another's score.
    """
    scheme, item = seat.item.scheme, seat.item
    scores, own = scores_of(scheme), own_units(seat.user, scheme)
    remarks = dict(Score.objects.filter(item=item, slot=seat.slot).values_list("result", "remark"))
    found = []
    for result in scheme.results.select_related("place", "office", "appraisal").order_by("place__path", "office__code"):
        given = scores.get((result.pk, item.pk), {})
        if seat.slot == Slot.THIRD and not needs_third(scheme, item, given):
            continue
        facts = {"points": given.get(seat.slot), "remark": remarks.get(result.pk, ""), "is_own": result.pk in own}
        found.append({"result": result, **facts, "is_open": result.pk not in own and is_open(seat.slot, given)})
    return found


def needs_third(scheme, item, given):
    first, second = (given.get(slot) for slot in TWO)
    return first is not None and second is not None and apart(first, second, weight=item.weight, most_apart=scheme.most_apart)


def is_open(slot, given):
    """A score stands once the other's has come in; the third's stands at once."""
    if slot == Slot.THIRD:
        return slot not in given
    return any(one not in given for one in TWO)


def own_units(user, scheme):
    """Results of the units the person serves at: nobody scores the own unit."""
    offices = Post.objects.live(timezone.now()).filter(user=user).select_related("office__place")
    posts = [(post.office_id, post.office.place.path, post.office.type) for post in offices]
    own = set()
    for result in scheme.results.select_related("place"):
        beside = any(path.startswith(result.place.path) for _office, path, _type in posts)
        same = any(office == result.office_id for office, _path, _type in posts)
        if (beside and result.office_id is None) or same:
            own.add(result.pk)
    return own


@transaction.atomic
def score(seat, given, *, at):
    """{result: (points, remark)} of one reviewer; the results follow. Refused for what is not open to this seat; returns how many."""
    scheme = locked_row(seat.item.scheme, State.PUBLISHED)
    offered = {row["result"].pk: row for row in rows_to_score(seat)}
    for result, (points, remark) in given.items():
        row = offered.get(result)
        if row is None or not row["is_open"]:
            raise SchemeRefused(_("该单位的评分已经完成，或者不由您评分。"))
        if not 0 <= points <= seat.item.weight:
            raise SchemeRefused(_("评分应在0到%(most)s之间。") % {"most": seat.item.weight})
        facts = {"points": points, "remark": remark, "by": seat.user, "at": at}
        Score.objects.update_or_create(result_id=result, item=seat.item, slot=seat.slot, defaults=facts)
    compute(scheme, at=at)
    return len(given)


def what_if(scheme, weights):
    """Every result under other weights, {item: weight}, out of what they make together: rows with `total`, `grade`, `rank`, `moved`.

    Nothing is saved.
    """
    by_hand, limits, rows = adjustments_of(scheme), limits_of(scheme), []
    for kept in scheme.results.ranked().prefetch_related("items__item"):
        scored = [_reweighed(part, weights) for part in kept.items.all()]
        trial = Result(scheme=scheme, place=kept.place, office=kept.office, base=base_of([pair for pair in scored if pair[1]]))
        total(scheme, trial, by_hand[kept.pk], limits)
        rows.append({"result": kept, "total": trial.total, "grade": trial.get_grade_display(), "tone": trial.tone})
    for row, rank in zip(rows, ranks([row["total"] for row in rows]), strict=True):
        row["rank"], row["moved"] = rank, (row["result"].rank or rank) - rank if rank else 0
    return sorted(rows, key=lambda row: (row["rank"] is None, row["rank"] or 0))


def _reweighed(part, weights):
    wanted = weights.get(part.item_id, part.item.weight)
    return reweighed(part.points, before=part.item.weight, after=wanted), wanted
