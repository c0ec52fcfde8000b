"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from emergencies.catalogue.models import StockItem
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
from emergencies.intakes.services import register as register_intake
from emergencies.mass_events.enums import Point
from emergencies.mass_events.services import apply
from emergencies.plans.models import Plan
from emergencies.plans.services import submit
from emergencies.premises.models import Premises
from emergencies.premises.services import register
from emergencies.purchases.models import PurchasePlan
from emergencies.purchases.services import draft as draft_purchase
from emergencies.releases.services import order as order_release
from emergencies.safety_index.models import Edition, Method
from emergencies.safety_index.services import computed, keep
from emergencies.safety_tips.models import SafetyTip
from emergencies.stockpiles.models import StockCard, Warehouse
from emergencies.stockpiles.services import Entry, account, new_batch, post, register_warehouse
from emergencies.stocktakes.services import open_count
from emergencies.subscriptions.services import ask
from emergencies.subscriptions.services import entered as asked_for
from emergencies.subscriptions.services import key_of as key_of_subscription
from emergencies.venuefiles.services import receive
from emergencies.venues.models import VenueKind
from emergencies.venues.services import declare
from emergencies.warnings.models import Warning, WarningKind
from emergencies.warnings.services import draft as draft_warning
from governance.cases.services import next_number
from governance.flow import engine
from governance.flow.engine import begin
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from governance.sheets.columns import Column
from governance.sheets.writing import write_xlsx
from tests import actors
from tests.actors import days
from tests.emergencies.cooperation import makers as cooperation
from tests.emergencies.exchanges import makers as exchanges
from tests.emergencies.hotlines import makers as hotlines
from tests.emergencies.incidents import makers as incidents
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


def warehouse(place, *, office=None, name="", **facts):
    """A warehouse at the place, kept by an office; by the county's department of emergency management where none is named."""
    office = office or actors.office(OfficeType.BUREAU, place.code[:6], "emergency")
    name = name or f"应急物资库{Warehouse.objects.count() + 1}"
    return register_warehouse(office=office, place=place, name=name, address="迎宾路2号", work_phone="0471-1234567", **facts)


def scene_warehouse(scene):
    """One held by the scene's office: the person's own where it is within reach."""
    made = warehouse(actors.place(scene.code))
    holder = scene.office or (scene.user.acting_post.office if scene.user and scene.reachable else None)
    made.office = holder or made.office
    made.office_ids = made.command_ids = [made.office_id]
    made.save()
    return made


def stock(warehouse, at, *, item="tent", quantity=100, lot="P1", expires_on=None, by=None):
    """So much of an item on the shelf of a warehouse; returns its batch."""
    item = StockItem.objects.get(code=item)
    batch = new_batch(item, lot=lot, produced_on=None, expires_on=expires_on, receipt="R", at=at)
    entry = Entry(batch, account("supplier"), account("shelf", warehouse), quantity, "receipt")
    post([entry], document="R", by=by or SYSTEM, at=at)
    return batch


def stock_card(scene):
    """What a warehouse at the place keeps of tents."""
    house = scene_warehouse(scene)
    stock(house, scene.at)
    return placed(StockCard.objects.get(warehouse=house), scene)


def needed_card(scene):
    """One with a need, in whatever state."""
    found = stock_card(scene)
    StockCard.objects.filter(pk=found.pk).update(need=50, command_ids=[found.office_id])
    found.refresh_from_db()
    return found


def purchase_plan(scene):
    """The plan of the scene's office for a year that has none."""
    house, drafter = scene_warehouse(scene), someone()
    stock(house, scene.at)
    drafter.acting_post.office = house.office
    made = draft_purchase(year=scene.at.year + PurchasePlan.objects.count(), by=drafter, at=scene.at)
    made.place, made.place_path = house.place, house.place_path
    made.awaited_ids, made.approved_at = [made.office_id], scene.at
    made.save()
    return placed(made, scene)


def stock_intake(scene):
    house = scene_warehouse(scene)
    lines = [{"item": StockItem.objects.get(code="tent"), "lot": "P2", "quantity": 20, "produced_on": None, "expires_on": None}]
    return placed(register_intake(warehouse=house, origin="purchase", supplier="青山帐篷厂", lines=lines, by=someone(), at=scene.at), scene)


def stocktake(scene):
    house = scene_warehouse(scene)
    stock(house, scene.at)
    return placed(open_count(house, at=scene.at), scene)


def release(scene):
    """An order for the person's own office, or for one at the place."""
    house = warehouse(actors.place(scene.code))
    stock(house, scene.at)
    by = actors.actor(Role.DEPARTMENT_HANDLER, scene.code[:6], trade="emergency")
    facts = {"basis": "应急预案", "reason": "转移安置群众。", "lines": [{"item": StockItem.objects.get(code="tent"), "quantity": 5}]}
    receiver = actors.office(OfficeType.VILLAGE, scene.code)
    made = order_release(warehouse=house, purpose="use", receiver=receiver, by=by, at=scene.at, **facts)
    made.place, made.place_path, made.office_ids = house.place, house.place_path, []
    made.save()
    held = placed(made, scene)
    held.receiver = held.commander = held.office
    held.save()
    return held


def published_plan():
    """A plan anybody may read."""
    scene = Scene(None, "", actors.VILLAGE, None, False, MOMENT)
    made = inspection_plan(scene)
    InspectionPlan.objects.filter(pk=made.pk).update(state="announced")
    return made.number


def warned(at, *, by, kind="gale", places=(actors.COUNTY,), **facts):
    """A message drafted by somebody of an office, for a day; facts can be overridden."""
    kind = WarningKind.objects.get(code=kind)
    told = {
        "headline": f"{kind.label}提醒",
        "text": "预计未来24小时有影响，请注意防范。",
        "places": [actors.place(code) for code in places],
    }
    if kind.sort != "statement":
        told["until"] = at + days(1)
    if kind.levels:
        told |= {"level": kind.levels[0], "certainty": "Likely"}
    return draft_warning(by=by, at=at, kind=kind, **{**told, **facts})


def issued(case, at, *, by):
    """… checked and issued by somebody else of the same office."""
    case = engine.take(case, "check", by=by, at=at)
    return engine.take(case, "issue", by=by, at=at)


def warning_at(scene):
    """A tip at the place; nobody's office had it in hand."""
    made = warned(scene.at, by=someone(), kind="other_tip", places=(actors.TOWNSHIP,))
    made.place = actors.place(scene.code)
    made.place_path, made.office_ids = made.place.path, []
    made.save(update_fields=["place", "place_path", "office_ids"])
    return placed(made, scene)


def issued_warning(scene):
    """One that went out, so that it may be in any state, its update among them."""
    made = warning_at(scene)
    Warning.objects.filter(pk=made.pk).update(issued_at=scene.at, messages_sent=1)
    return made


def published_warning():
    """A tip anybody may read: its number."""
    return issued(warned(MOMENT, by=someone(), kind="other_tip", places=(actors.TOWNSHIP,)), MOMENT, by=someone())


def subscription():
    """One that waits for its code."""
    key = ask(way="mail", address="zhang@example.org", place=actors.place(actors.COUNTY), kinds=[], at=MOMENT)
    return asked_for(key)[0]


def edition(scene):
    """An edition of the index at the place, with nothing in it."""
    made = Edition(
        place=actors.place(scene.code), month=scene.at.date().replace(day=1), method=Method.objects.get(version="2022-1"), title="平安指数",
        number=next_number(at=scene.at),
    )  # fmt: skip
    return placed(begin(made, by=SYSTEM, at=scene.at), scene)


def safety_tip(scene):
    """A tip of that edition at the place."""
    made = SafetyTip(edition=edition(scene), place=actors.place(scene.code), title="诉求上升", number=next_number(at=scene.at))
    return placed(begin(made, by=SYSTEM, at=scene.at), scene)


def published_month():
    """An edition of the city that everybody reads."""
    city = actors.place(actors.CITY)
    if not Edition.objects.standing().exists():
        made = edition(Scene(None, "", actors.CITY, None, False, MOMENT))
        found = computed(city, made.month, made.method)
        keep(made, found, at=MOMENT)
        Edition.objects.filter(pk=made.pk).update(state="published", closed_at=MOMENT, published_at=MOMENT)
    return f"{Edition.objects.standing().get().month:%Y-%m}"


MAKERS = {
    **incidents.MAKERS,
    **cooperation.MAKERS,
    **exchanges.MAKERS,
    "warnings": lambda scene: {"number": warning_at(scene).number},
    "issued_warning": lambda scene: {"number": issued_warning(scene).number},
    "warnings.step": lambda scene: first_step(issued_warning(scene), scene),
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
    "warehouse": lambda scene: {"pk": scene_warehouse(scene).pk},
    "stockpiles": lambda scene: {"number": stock_card(scene).number},
    "needed_card": lambda scene: {"number": needed_card(scene).number},
    "stockpiles.step": lambda scene: first_step(needed_card(scene), scene),
    "purchases": lambda scene: {"number": purchase_plan(scene).number},
    "purchases.step": lambda scene: first_step(purchase_plan(scene), scene),
    "intakes": lambda scene: {"number": stock_intake(scene).number},
    "intakes.step": lambda scene: first_step(stock_intake(scene), scene),
    "stocktakes": lambda scene: {"number": stocktake(scene).number},
    "stocktakes.step": lambda scene: first_step(stocktake(scene), scene),
    "releases": lambda scene: {"number": release(scene).number},
    "releases.step": lambda scene: first_step(release(scene), scene),
    "danger_sources": lambda scene: {"number": danger_source(scene).number},
    "filed_source": lambda scene: {"number": filed_source(scene).number},
    "danger_sources.step": lambda scene: first_step(filed_source(scene), scene),
    "safety_index": lambda scene: {"number": edition(scene).number},
    "safety_index.step": lambda scene: first_step(edition(scene), scene),
    "safety_tips": lambda scene: {"number": safety_tip(scene).number},
    "safety_tips.step": lambda scene: first_step(safety_tip(scene), scene),
}
PLAIN = {
    "catalogue_edit.code": lambda: "tent",
    **hotlines.PLAIN,
    **cooperation.PLAIN,
    **exchanges.PLAIN,
    "warnings_create.sort": lambda: "tip",
    "warnings_kind.code": lambda: "gale",
    "warning_published.number": lambda: published_warning().number,
    "warnings_cap_message.identifier": lambda: f"{published_warning().number}-1",
    "enter_warnings_code.key": lambda: ask(way="mail", address="li@example.org", place=actors.place(actors.COUNTY), kinds=[], at=MOMENT),
    "own_warnings_subscription.key": lambda: key_of_subscription(subscription()),
    "end_warnings_at_once.key": lambda: key_of_subscription(subscription()),
    "safety_index_area.code": lambda: actors.COUNTY,
    "safety_index_population_put.code": lambda: actors.COUNTY,
    "safety_index_month.month": published_month,
    "safety_index_data.month": published_month,
    "safety_index_county.month": published_month,
    "safety_index_county.code": lambda: actors.COUNTY,
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
    "criteria_sector.code": lambda: "fire",
    "criteria_criterion_create.code": lambda: "fire",
    "criteria_criterion.pk": lambda: Criterion.objects.in_use().first().pk,
    "criteria_reward.grade": lambda: "major",
    "criteria_substance.pk": lambda: Substance.objects.first().pk,
    "standards_rule.pk": lambda: DrillRule.objects.filter(active=True).first().pk,
    "drills_feed.key": lambda: key_of(subscribe(actors.actor(Role.SITE_MANAGER), at=MOMENT)),
}
