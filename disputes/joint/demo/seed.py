"""Joint mediations of the demo: a few disputes that one committee does not settle alone, some answered, some waiting."""

from datetime import timedelta

from django.db import transaction

from disputes.complaints.forms import handling_offices
from disputes.joint.models import JointMediation
from disputes.joint.services import open_joint
from disputes.mediation.models import Mediation
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Post

COUNT, RECENT = 6, timedelta(days=10)
MATTERS = ("涉及物业、供热两个部门，请一并参加调解。", "责任认定需要主管部门说明政策，请派员参加。", "同类纠纷较多，请行业主管部门参加。")
ANSWERS = (
    ("joins", "同意参加，已指定专人。"),
    ("joins", "参加，并提供相关政策依据。"),
    ("declines", "该事项不属我单位职责，建议由主管部门参加。"),
)


def seed(*, rng, scale, count, at, say):
    """Open some on what is being mediated now; nothing for a city in bulk, or when there are some already."""
    if scale != "demo" or JointMediation.objects.exists():
        return
    running = Mediation.objects.filter(state="mediating", office__isnull=False).select_related("office", "place")
    with loading_history(since=at - RECENT), rules_read_once():
        for mediation in running.order_by("pk")[:COUNT]:
            with transaction.atomic():
                tell(rng, mediation, now=at)
    say(f"joint mediations: {JointMediation.objects.count()} told")


def serving(offices, role):
    """{office: someone who serves there in the role, acting for it}."""
    found = {}
    for post in Post.objects.filter(role=role, office__in=offices, ends=None).with_office().order_by("pk"):
        post.user.acting_post = post
        found.setdefault(post.office_id, post.user)
    return found


def tell(rng, mediation, *, now):
    """Two bureaus are invited; those who serve there answer."""
    mediator = serving([mediation.office_id], Role.MEDIATOR).get(mediation.office_id)
    county = mediation.place_path[:6]
    bureaus = [one for one in handling_offices(mediation.place) if one.type == OfficeType.BUREAU and one.place.path == county]
    begun = max(mediation.accepted_at + timedelta(hours=30), now - timedelta(days=4))
    if mediator is None or len(bureaus) < 2 or begun >= now:
        return
    facts = {"offices": rng.sample(bureaus, 2), "areas": [], "lead": None, "matter": rng.choice(MATTERS)}
    joint = open_joint(mediation, by=mediator, at=begun, **facts)
    handlers = serving(joint.awaited_ids, Role.DEPARTMENT_HANDLER)
    for office, handler in handlers.items():
        begun += timedelta(hours=rng.uniform(2, 20))
        if begun < now and office in joint.awaited_ids and rng.random() < 0.8:
            stance, said = rng.choice(ANSWERS)
            joint = engine.take(JointMediation.objects.get(pk=joint.pk), "answer", by=handler, at=begun, stance=stance, note=said)
    ring(JointMediation.objects.get(pk=joint.pk), at=now)
