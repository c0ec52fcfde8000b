"""The money of the admitted duties: most of it paid and confirmed, some in part, some waiting, some late. Told by the engine itself."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from grids.admission.models import Duty
from grids.funding.enums import State
from grids.funding.models import Allotment
from grids.funding.rules import outstanding
from grids.funding.services import open_year

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT = timedelta(days=10)
ROLES = {Role.DEPARTMENT_HANDLER, Role.TOWNSHIP_CLERK}
HOME, TOLD_ELSEWHERE = "150102", 0.25  # of the city's many townships only some are told
WHOLE, PART, WAITING = 0.62, 0.74, 0.86  # up to which draw it is paid whole, in part, or waits for the township's word


def seed(*, rng, scale, count, at, say):
    """What was owed since the duties were admitted, and what came of it; nothing where money was told already."""
    if scale != "demo" or Allotment.objects.filter(received__gt=0).exists():
        return
    year_began = datetime(at.astimezone(CITY_TIME).year, 1, 4, 9, 30, tzinfo=CITY_TIME)
    with loading_history(since=at - RECENT), rules_read_once():
        for duty in Duty.objects.admitted().filter(in_force_from__lt=year_began.date(), in_force_until__gt=year_began.date()):
            open_year(duty, at=year_began)
        people = gathered()
        with transaction.atomic():
            for case in Allotment.objects.filter(state=State.OWED).select_related("office", "receiver", "place").order_by("pk"):
                tell(rng, people, case, now=at)
        ring_all(Allotment, at=at)
    say(f"allotments: {Allotment.objects.count()}, {Allotment.objects.filter(received__gt=0).count()} with money")


def gathered():
    """{office: somebody who serves there}; the named accounts come before those who cannot sign in."""
    found = {}
    for post in Post.objects.filter(user__is_demo=True, role__in=ROLES).with_office().order_by("-user__password", "pk"):
        post.user.acting_post = post
        found.setdefault(post.office_id, post.user)
    return found


def tell(rng, people, case, *, now):
    """Pay as the draw says, and let the township confirm."""
    draw, elsewhere = rng.random(), not case.place_path.startswith(HOME)
    if draw > WAITING or (elsewhere and rng.random() > TOLD_ELSEWHERE):
        return
    if draw > PART:
        paid(rng, people, case, case.owed, at=now - timedelta(days=rng.uniform(1, 4)))
        return
    share = 1 if draw < WHOLE else rng.choice((0.4, 0.5, 0.6))
    at = case.opened_at + timedelta(days=rng.uniform(20, 80))
    if at + timedelta(days=4) >= now:
        return
    amount = max(1, round(outstanding(case.owed, case.received) * share))
    case = paid(rng, people, case, amount, at=at)
    step = "confirm" if case.flow.step("confirm").when(case) else "confirm_part"
    engine.take(case, step, by=people[case.receiver_id], at=at + timedelta(days=rng.uniform(1, 3)))


def paid(rng, people, case, amount, *, at):
    at = at.astimezone(CITY_TIME).replace(hour=rng.randrange(9, 17), minute=rng.randrange(60))
    ring(case, at=at)
    voucher = f"{at:%Y}-{rng.randrange(100, 999)}"
    return engine.take(case, "pay", by=people[case.office_id], at=at, amount=amount, paid_on=at.date(), voucher=voucher)
