"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from emergencies.checklists.models import CheckList, PremisesKind
from emergencies.drills.models import DrillRule
from emergencies.drills.services import open_obligation
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspection_plans.services import draft
from emergencies.inspections.models import Inspection
from emergencies.inspections.services import arrange
from emergencies.premises.models import Premises
from emergencies.premises.services import register
from emergencies.venues.models import VenueKind
from emergencies.venues.services import declare
from governance.people.enums import Role
from tests import actors
from tests.actors import days
from tests.scenes import Scene, first_step, placed

MOMENT = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))  # a working day, in office hours
FACTS = {
    "title": "青山购物广场", "landmark": "新华路8号", "capacity": 1800, "floors": 5, "area": 12000, "manager": "赵立新",
    "work_phone": "0471-1234567", "equipment": ["extinguishers", "exits"],
}  # fmt: skip


def declared(place, at, *, kind="mall", by=None, **facts):
    """A venue at the place, declared by the township for a site of its own."""
    return declare(at=at, by=by or someone(), place=place, kind=VenueKind.objects.get(code=kind), **{**FACTS, **facts})


def someone():
    return actors.actor(Role.TOWNSHIP_CLERK)


def venue(scene):
    return placed(declared(actors.place(scene.code), scene.at), scene)


def drill(scene):
    """The obligation of a venue at the place."""
    return placed(open_obligation(declared(actors.place(scene.code), scene.at), at=scene.at), scene)


def premises(scene):
    """An object of inspection at the place, held by the scene's office."""
    made = entered(actors.place(scene.code), scene.at)
    office = scene.office or (scene.user.acting_post.office if scene.reachable else None)
    Premises.objects.filter(pk=made.pk).update(office_ids=[office.pk] if office else [])
    return {"number": made.number}


def entered(place, at, *, kind="restaurant", name="老绥元烧卖馆", by=None, **facts):
    """An object of inspection at the place."""
    kind = PremisesKind.objects.get(code=kind)
    return register(by=by, at=at, place=place, kind=kind, name=name, address="石羊桥路3号", **facts)


def inspection(scene):
    """An inspection at the place, arranged outside of a plan."""
    first, second = someone(), someone()
    made = arrange(
        at=scene.at, by=first, premises=entered(actors.place(scene.code), scene.at), reason="举报核查",
        checklist=CheckList.objects.get(code="gas_restaurant"), first=first, second=second,
    )  # fmt: skip
    Inspection.objects.filter(pk=made.pk).update(office_ids=[])
    made.office_ids = []
    return placed(made, scene)


def inspected(scene):
    """The same with what a record leaves, in whatever state."""
    made = inspection(scene)
    facts = {"checked_at": scene.at, "recorded_by": made.first, "signed": "refused", "refusal": "拒签", "proof_key": f"proof-{made.pk}"}
    Inspection.objects.filter(pk=made.pk).update(**facts)
    return made


def recorded_inspection(scene):
    """… recorded: its key opens it to everyone."""
    made = inspected(scene)
    Inspection.objects.filter(pk=made.pk).update(state="recorded")
    return {"number": made.number, "key": f"proof-{made.pk}"}


def signed_inspection(scene):
    """… and with a sealed name."""
    found = recorded_inspection(scene)
    made = Inspection.objects.get(number=found["number"])
    made.signer_name = "王建国"
    made.save(update_fields=["signer_name"])
    return {"number": made.number}


def inspection_plan(scene):
    """A plan at the place, to be settled."""
    drafter, day = someone(), scene.at.date()
    made = draft(
        at=scene.at, by=drafter, kinds=PremisesKind.objects.filter(code="restaurant"), inspectors=[drafter, someone()],
        title="餐饮燃气检查", checklist=CheckList.objects.get(code="gas_restaurant"), area=actors.place(scene.code),
        begins=day, ends=day + days(30), count=2, draws_at=scene.at + days(1), seed_source="福利彩票双色球开奖号码",
    )  # fmt: skip
    made.place, made.office_ids = actors.place(scene.code), []
    made.place_path = made.place.path
    made.save(update_fields=["place", "place_path", "office_ids"])
    return placed(made, scene)


def published_plan():
    """A plan anybody may read."""
    scene = Scene(None, "", actors.VILLAGE, None, False, MOMENT)
    made = inspection_plan(scene)
    InspectionPlan.objects.filter(pk=made.pk).update(state="announced")
    return made.number


MAKERS = {
    "premises": premises,
    "inspections": lambda scene: {"number": inspection(scene).number},
    "inspection_record": recorded_inspection,
    "inspection_signer": signed_inspection,
    "inspections.step": lambda scene: first_step(inspected(scene), scene),
    "inspection_plans": lambda scene: {"number": inspection_plan(scene).number},
    "inspection_plans.step": lambda scene: first_step(inspection_plan(scene), scene),
    "venues": lambda scene: {"number": venue(scene).number},
    "venues.step": lambda scene: first_step(venue(scene), scene),
    "drills": lambda scene: {"number": drill(scene).number},
    "drills.step": lambda scene: first_step(drill(scene), scene),
}
PLAIN = {
    "checklists_edit.pk": lambda: CheckList.objects.order_by("pk").first().pk,
    "checklists_switch.pk": lambda: CheckList.objects.order_by("pk").first().pk,
    "checklist_published.code": lambda: "gas_restaurant",
    "inspection_plan_published.number": published_plan,
    "inspection_plan_pool.number": published_plan,
    "inspection_proof.key": lambda: recorded_inspection(Scene(None, "", actors.VILLAGE, None, False, MOMENT))["key"],
    "inspection_proof_pdf.key": lambda: recorded_inspection(Scene(None, "", actors.VILLAGE, None, False, MOMENT))["key"],
    "standards_kind.code": lambda: "school",
    "standards_rule_create.code": lambda: "school",
    "standards_rule.pk": lambda: DrillRule.objects.filter(active=True).first().pk,
}
