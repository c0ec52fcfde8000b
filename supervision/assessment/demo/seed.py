"""The assessment of the last year: one scheme for counties, one for townships, both locked; then a draft for the next year."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from governance.people.enums import Role
from governance.people.models import Post
from supervision.assessment.enums import Grade, Level
from supervision.assessment.models import Scheme
from supervision.assessment.services import adjust, draw_up, lock, publish, rates

HALF_A_YEAR = timedelta(days=183)  # the year that holds most of the demo's twelve months
BANDS = {  # code → weight, floor, target; what a chapter does not declare here is left out and the rest weighs more
    "complaints.on_time": (25, 60, 95),
    "complaints.solved": (15, 50, 90),
    "complaints.satisfied": (10, 60, 95),
    "reports.on_time": (15, 60, 95),
    "mediation.success": (10, 50, 90),
    "drills.kept": (10, 60, 100),
    "oversight.released": (5, 20, 80),
    "orders.in_time": (10, 30, 95),
}
THRESHOLDS = {"excellent": 88, "good": 75, "passed": 55}


def seed(*, rng, scale, count, at, say):
    """Nothing where there is a scheme already."""
    if scale != "demo" or Scheme.objects.exists():
        return
    post = Post.objects.filter(user__is_demo=True, role=Role.LEADING_OFFICE, office__place__level="city").with_office().first()
    post.user.acting_post = post
    year = timezone.localtime(at - HALF_A_YEAR).year
    for level in (Level.COUNTY, Level.TOWNSHIP):
        scheme = drawn_up(year, level)
        publish(scheme, at=at - timedelta(days=9))
        rewarded(scheme, rng, by=post.user, at=at - timedelta(days=6))
        lock(scheme, by=post.user, at=at - timedelta(days=2))
        failed = scheme.results.filter(grade=Grade.FAILED).count()
        say(f"assessment: {scheme}, {scheme.results.count()} units, {failed} failed")
    drawn_up(year + 1, Level.COUNTY)


def drawn_up(year, level):
    known = {one.code: one for one in rates()}
    items = [_item(known[code], *band) for code, band in BANDS.items() if code in known]
    return draw_up(year=year, level=level, items=items, **{name: Decimal(least) for name, least in THRESHOLDS.items()})


def _item(indicator, weight, floor, target):
    facts = {"indicator": indicator.code, "label": str(indicator.label), "direction": indicator.better}
    return {**facts, "weight": Decimal(weight), "floor": Decimal(floor), "target": Decimal(target)}


def rewarded(scheme, rng, *, by, at):
    """Two units get points by hand, one loses some."""
    places = [result.place for result in scheme.results.ranked().filter(total__lt=90)[:6]]
    for place, points, reason, proof in (
        (places[0], "2", "网格化经验做法获自治区推广", "自治区社会治理简报第12期"),
        (places[3], "1", "矛盾纠纷多元化解工作受到通报表扬", "市委政法委通报〔2026〕8号"),
        (places[5], "-2", "发生一起迟报突发事件", "市领导小组通报〔2026〕15号"),
    ):
        adjust(scheme, place=place, points=Decimal(points), reason=reason, proof=proof, by=by, at=at)
