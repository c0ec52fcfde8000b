"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from emergencies.checklists.models import CheckList, PremisesKind
from emergencies.danger_sources.models import DangerSource, Substance
from emergencies.danger_sources.services import declare as declare_source
from emergencies.drills.models import DrillRule
from emergencies.drills.services import key_of, open_obligation, subscribe
from emergencies.hazards.models import Criterion, Hazard, Sector
from emergencies.hazards.public.services import report_by_public
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspection_plans.services import draft
from emergencies.inspections.models import Inspection
from emergencies.inspections.services import arrange
from emergencies.mass_events.enums import Point
from emergencies.mass_events.services import apply
from emergencies.plans.models import Plan
from emergencies.plans.services import submit
from emergencies.premises.models import Premises
from emergencies.premises.services import register
from emergencies.venuefiles.services import receive
from emergencies.venues.models import VenueKind
from emergencies.venues.services import declare
from governance.people.enums import OfficeType, Role
from governance.sheets.columns import Column
from governance.sheets.writing import write_xlsx
from tests import actors
from tests.actors import days
from tests.emergencies import safety_makers as safety
from tests.emergencies import stock_makers as stocks
from tests.emergencies import warning_makers as warnings
from tests.emergencies.cooperation import makers as cooperation
from tests.emergencies.exchanges import makers as exchanges
from tests.emergencies.hotlines import makers as hotlines
from tests.emergencies.incidents import makers as incidents
from tests.emergencies.people import MOMENT, someone
from tests.scenes import Scene, first_step, placed

FACTS = {
    "title": "青山购物广场", "landmark": "新华路8号", "capacity": 1800, "floors": 5, "area": 12000, "manager": "赵立新",
    "work_phone": "0471-1234567", "equipment": ["extinguishers", "exits"],
}  # fmt: skip


def declared(place, at, *, kind="mall", by=None, **facts):
    """A venue at the place, declared by the township for a site of its own."""
    return declare(at=at, by=by or someone(), place=place, kind=VenueKind.objects.get(code=kind), **{**FACTS, **facts})


def venue(scene):
    return placed(declared(actors.place(scene.code), scene.at), scene)


def drill(scene):
    """The obligation of a venue at the place."""
    return placed(open_obligation(declared(actors.place(scene.code), scene.at), at=scene.at), scene)


PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PLAN = {
    "title": "青山购物广场应急预案", "scenarios": ["fire", "crowd"], "commander": "赵立新（总经理）", "deputies": "",
    "duty_phone": "0471-1234567", "contact_lines": "王强，疏散引导，13800000000", "resources": "微型消防站一处，队员八人。",
}  # fmt: skip


def paper(name="预案.pdf"):
    return SimpleUploadedFile(name, PAPER, content_type="application/pdf")


def handed_in(venue, at, *, by=None, **facts):
    """The plan of a venue, handed in by its township for the site."""
    files = {"document": paper(), "drawing": paper("疏散图.pdf")}
    given = {**PLAN, "kind": "comprehensive", **files, **facts}
    return submit(at=at, by=by or someone(), owner=venue.site, venue=venue, **given)


def plan(scene):
    """The plan of a venue at the place, with the person's own office among those who keep it."""
    actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)  # which supervises venues of a trade without a bureau
    actors.office(OfficeType.BUREAU, scene.code[:6], "emergency")
    found = placed(handed_in(declared(actors.place(scene.code), scene.at), scene.at), scene)
    found.keeper_ids = [*found.keeper_ids, found.office_id]
    found.save(update_fields=["keeper_ids"])
    return found


def issued_plan(scene):
    """One that may be in any state: it was issued once."""
    found, day = plan(scene), scene.at.date()
    Plan.objects.filter(pk=found.pk).update(issued_on=day, in_force_at=scene.at, review_on=day + timedelta(days=1000))
    return found


def sheet(rows):
    """A sheet of venues as it is uploaded; `rows` are {label: value}."""
    file, columns = BytesIO(), [Column(label, label) for label in rows[0]]
    write_xlsx(file, columns, rows)
    return SimpleUploadedFile("场所.xlsx", file.getvalue())


def venue_file(scene):
    kept = receive(sheet([{"编号": "1"}]), by=actors.actor(Role.TOWNSHIP_CLERK, scene.code, kind=OfficeType.TOWNSHIP), at=scene.at)
    if scene.office:
        kept.office_ids = [scene.office.pk]
        kept.save(update_fields=["office_ids"])
    return kept


def hazard(scene):
    """What anybody reported at the place; the code opens it."""
    place, sector = actors.place(scene.code), Sector.objects.get(code="fire")
    told = report_by_public(at=scene.at, place=place, sector=sector, description="疏散通道堆满货物。", name="张三", phone="13800000000")
    return placed(told.hazard, scene)


def graded_hazard(scene):
    """One that may be in any state: graded, and listed once."""
    found = hazard(scene)
    Hazard.objects.filter(pk=found.pk).update(grade="general", listed_at=scene.at)
    return found


def danger_source(scene):
    """A store of petrol at the place."""
    site, place = actors.office(OfficeType.SITE, scene.code, "dangerous_goods"), actors.place(scene.code)
    kept = [{"substance": Substance.objects.get(code="petrol"), "quantity": 400}]
    facts = {"title": "青山油库", "unit": "1号罐区", "landmark": "迎宾路1号", "exposed": 40, "manager": "赵立", "work_phone": "0471-12345"}
    return placed(declare_source(at=scene.at, by=someone(), place=place, site=site, kept=kept, **facts), scene)


def filed_source(scene):
    found = danger_source(scene)
    DangerSource.objects.filter(pk=found.pk).update(filed_at=scene.at)
    return found


EVENT = {
    "kind": "show", "title": "草原音乐会", "organiser": "青山演艺公司", "landmark": "新华路体育场", "site_keeper": "青山体育中心",
    "expected": 3000, "capacity": 5000, "contact_name": "周立新", "contact_phone": "13900000001", "safety_name": "高明远",
    "safety_phone": "13900000002", "safety_plan": {point.value: "按方案落实，专人负责。" for point in Point},
}  # fmt: skip


def applied(place, at, **facts):
    """An application for an event thirty days ahead."""
    starts = at + timedelta(days=30)
    return apply(at=at, place=place, **{"starts_at": starts, "ends_at": starts + timedelta(hours=3), **EVENT, **facts}).event


def mass_event(scene):
    return placed(applied(actors.place(scene.code), scene.at), scene)


def decision(scene):
    """An event that was decided, and the form of the paper."""
    event = mass_event(scene)
    type(event).objects.filter(pk=event.pk).update(state="permitted", decided_at=timezone.now(), most_people=3000)
    return {"number": event.number, "form": "docx"}


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
    **stocks.MAKERS,
    **warnings.MAKERS,
    **safety.MAKERS,
    **incidents.MAKERS,
    **cooperation.MAKERS,
    **exchanges.MAKERS,
    "venuefiles": lambda scene: {"pk": venue_file(scene).pk},
    "plans": lambda scene: {"number": plan(scene).number},
    "issued_plan": lambda scene: {"number": issued_plan(scene).number},
    "plans.step": lambda scene: first_step(plan(scene), scene),
    "premises": premises,
    "inspections": lambda scene: {"number": inspection(scene).number},
    "inspection_record": recorded_inspection,
    "inspection_signer": signed_inspection,
    "inspections.step": lambda scene: first_step(inspected(scene), scene),
    "inspection_plans": lambda scene: {"number": inspection_plan(scene).number},
    "inspection_plans.step": lambda scene: first_step(inspection_plan(scene), scene),
    "venues": lambda scene: {"number": venue(scene).number},
    "venues.step": lambda scene: first_step(venue(scene), scene),
    "mass_events": lambda scene: {"number": mass_event(scene).number},
    "mass_events.step": lambda scene: first_step(mass_event(scene), scene),
    "mass_events_paper": decision,
    "drills": lambda scene: {"number": drill(scene).number},
    "drills.step": lambda scene: first_step(drill(scene), scene),
    "hazards": lambda scene: {"number": hazard(scene).number},
    "hazards.step": lambda scene: first_step(graded_hazard(scene), scene),
    "danger_sources": lambda scene: {"number": danger_source(scene).number},
    "filed_source": lambda scene: {"number": filed_source(scene).number},
    "danger_sources.step": lambda scene: first_step(filed_source(scene), scene),
}
PLAIN = {
    **stocks.PLAIN,
    **warnings.PLAIN,
    **safety.PLAIN,
    **hotlines.PLAIN,
    **cooperation.PLAIN,
    **exchanges.PLAIN,
    **incidents.PLAIN,
    "checklists_edit.pk": lambda: CheckList.objects.order_by("pk").first().pk,
    "checklists_switch.pk": lambda: CheckList.objects.order_by("pk").first().pk,
    "checklist_published.code": lambda: "gas_restaurant",
    "inspection_plan_published.number": published_plan,
    "inspection_plan_pool.number": published_plan,
    "inspection_proof.key": lambda: recorded_inspection(Scene(None, "", actors.VILLAGE, None, False, MOMENT))["key"],
    "inspection_proof_pdf.key": lambda: recorded_inspection(Scene(None, "", actors.VILLAGE, None, False, MOMENT))["key"],
    "standards_kind.code": lambda: "school",
    "standards_rule_create.code": lambda: "school",
    "standards_item.code": lambda: "exits",
    "standards_measure.code": lambda: "leader",
    "hazards_notice.form": lambda: "pdf",
    "plans_filing.form": lambda: "pdf",
    "danger_sources_filing.form": lambda: "pdf",
    "criteria_sector.code": lambda: "fire",
    "criteria_criterion_create.code": lambda: "fire",
    "criteria_criterion.pk": lambda: Criterion.objects.in_use().first().pk,
    "criteria_reward.grade": lambda: "major",
    "criteria_substance.pk": lambda: Substance.objects.first().pk,
    "standards_rule.pk": lambda: DrillRule.objects.filter(active=True).first().pk,
    "drills_feed.key": lambda: key_of(subscribe(actors.actor(Role.SITE_MANAGER), at=MOMENT)),
}
