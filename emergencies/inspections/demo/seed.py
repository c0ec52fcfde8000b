"""A believable season of inspections: the register, plans of several offices, their draws, and what the inspectors found."""

import io
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image, ImageDraw

from emergencies.checklists.data.load import load_check_lists
from emergencies.checklists.enums import Weight
from emergencies.checklists.models import CheckList, PremisesKind
from emergencies.hazards.data.load import load_criteria
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspection_plans.services import draft, pool_of
from emergencies.inspections.demo.people import pair_of
from emergencies.inspections.demo.words import FOUND_NOTHING, FOUND_SOME, NAMES, POSTS, SIGNERS, STREETS, WRONG
from emergencies.inspections.enums import Result, Signed
from emergencies.inspections.models import Inspection
from emergencies.inspections.services import latest_removal, record
from emergencies.premises.services import bureaus, enter_all_venues, register_many
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.files.services import hold
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Office
from governance.places.models import Place

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT = timedelta(days=10)
SHEET = (720, 260)  # pixels of a signature
WRONG_SHARE, MADE_SHARE, DRAWN_SHARE = 0.14, 0.85, 0.6
PER_KIND = 30
PLANS = (  # office, check list, kinds, title, days ago it was drafted, how many are drawn; how far it has come
    ("township-150102001", "fire_ebikes", ("compound",), "辖区小区电动自行车停放充电检查", 70, 6, "drawn"),
    ("township-150102001", "gas_restaurant", ("restaurant",), "辖区餐饮场所燃气安全检查", 24, 6, "drawn"),
    ("fire-150102", "fire_crowded", ("crowded",), "冬春火灾防控人员密集场所检查", 60, 8, "drawn"),
    ("market-150102", "gas_restaurant", ("restaurant",), "餐饮场所燃气安全“双随机”检查", 40, 8, "drawn"),
    ("transport-150102", "parcel", ("parcel",), "寄递网点安全检查", 30, 4, "drawn"),
    ("fire-150104", "fire_sheet_metal", ("sheet_metal",), "彩钢板建筑专项检查", 20, 3, "drawn"),
    ("market-150104", "gas_restaurant", ("restaurant",), "餐饮场所燃气安全检查", 6, 8, "announced"),
    ("township-150102001", "fire_crowded", ("crowded",), "年底人员密集场所消防检查", 2, 4, "drafted"),
)


@dataclass
class Told:
    """What the stories draw on."""

    rng: Any
    at: Any
    lists: dict
    kinds: dict


def seed(*, rng, scale, count, at, say):
    """Fill the register and tell the plans; nothing for a city in bulk, or when there are plans already."""
    if scale != "demo" or InspectionPlan.objects.exists():
        return
    load_check_lists()
    load_criteria()
    venues = enter_all_venues(at=at)
    others = enter_others(rng, at=at - timedelta(days=120))
    lists = {one.code: one for one in CheckList.objects.order_by("pk")}
    told = Told(rng, at, lists, {kind.code: kind for kind in PremisesKind.objects.filter(active=True)})
    with loading_history(since=at - RECENT), rules_read_once():
        for plan in PLANS:
            with transaction.atomic():
                tell(told, *plan)
    say(f"premises: {venues} of venues, {others} others; inspections: {Inspection.objects.count()} told")


def enter_others(rng, *, at):
    """Restaurants, compounds, sites and the like all over the city, more of them where the named accounts sit."""
    villages = [*Place.objects.in_use().filter(level="village", nature="regular").order_by("path")]
    home = [place for place in villages if place.path.startswith(("150102", "150104"))]
    rows = []
    for code, names in NAMES.items():
        kind = PremisesKind.objects.get(code=code)
        for serial in range(PER_KIND):
            place = rng.choice(home if serial % 3 else villages)
            name = names[serial] if serial < len(names) else f"{rng.choice(names)}（{place.short_name[:8]}店）"
            rows.append({"place": place, "kind": kind, "name": name[:60], "address": f"{rng.choice(STREETS)}{rng.randrange(1, 180)}号"})
        own = [place for place in villages if place.path.startswith("150102001")]
        rows += [
            {"place": rng.choice(own), "kind": kind, "name": f"{name}（海东路）", "address": f"海拉尔东路{rng.randrange(1, 90)}号"}
            for name in names
        ]
    return len(register_many(rows, by=None, at=at, known=bureaus()))


def tell(told, office_code, checklist, kinds, title, ago, count, until):
    """One plan of an office, as far as it has come; nothing of an office the city has not got, or where there is nothing to inspect."""
    office = Office.objects.filter(code=office_code).select_related("place").first()
    if office is None:
        return
    pair, begun = pair_of(office, at=told.at), in_office(told.at - timedelta(days=ago))
    kinds = [told.kinds[code] for code in kinds]
    if not pool_of(pair[1], area=office.place, kinds=kinds).exists():
        return
    plan = draft(
        at=begun, by=pair[0], title=title, checklist=told.lists[checklist], kinds=kinds, area=office.place,
        inspectors=pair, begins=begun.date(), ends=(begun + timedelta(days=45)).date(), count=count, takes_key=False,
        draws_at=begun + timedelta(days=3), seed_source="中国福利彩票双色球公布后第一期开奖号码",
    )  # fmt: skip
    if until == "drafted":
        return
    plan = engine.take(plan, "announce", by=pair[1], at=begun + timedelta(days=1), note="同意，按计划公布。")
    if until == "announced" or plan.draws_at >= told.at:
        return
    numbers = " ".join(f"{number:02}" for number in sorted(told.rng.sample(range(1, 34), 6)))
    engine.take(plan, "draw", by=pair[0], at=plan.draws_at + timedelta(hours=1), public_number=numbers)
    for inspection in Inspection.objects.filter(plan=plan).for_step().order_by("pk"):
        make(Random(told.rng.random()), told, inspection, pair, since=plan.draws_at + timedelta(hours=2))


def make(rng, told, inspection, pair, *, since):
    """One inspection on a day of the weeks that follow; some are still to be made, a few records wait for the other inspector."""
    moment = in_office(since + timedelta(days=rng.uniform(1, 30)), rng)
    if moment >= told.at or rng.random() > MADE_SHARE:
        ring(inspection, at=told.at)
        return
    results = {item.pk: seen(rng, inspection, item) for item in inspection.checks.items.all()}
    wrong = [result for result, _note, _weight in results.values() if result == Result.WRONG]
    words = rng.choice(FOUND_SOME if wrong else FOUND_NOTHING)
    due = latest_removal(at=moment) if wrong else None
    done, _is_new = record(
        inspection, by=pair[0], at=moment, submission=None, results=results, findings=words, rectify_by=due, **signed(rng, moment)
    )
    confirmed = moment + timedelta(hours=rng.uniform(1, 20))
    if confirmed < told.at:
        engine.take(done, "confirm", by=pair[1], at=confirmed)


def seen(rng, inspection, item):
    """(result, words, weight) of an item."""
    words = WRONG.get(inspection.checks.checklist.code, ())
    if words and rng.random() < WRONG_SHARE:
        return Result.WRONG, rng.choice(words), item.weight if rng.random() < 0.3 else Weight.GENERAL
    return (Result.NONE if rng.random() < 0.05 else Result.FITS), "", item.weight


def signed(rng, moment):
    """How the site answered for the record: mostly by hand."""
    facts = {"signer_role": rng.choice(POSTS), "signer_name": rng.choice(SIGNERS), "refusal": "", "latitude": None, "longitude": None}
    if rng.random() < DRAWN_SHARE:
        return {**facts, "signed": Signed.DRAWN, "signature": hold(scribble(rng), at=moment)}
    return {**facts, "signed": Signed.TYPED}


def scribble(rng):
    """Strokes like a name."""
    sheet = Image.new("RGB", SHEET, "white")
    pen = ImageDraw.Draw(sheet)
    for sign in range(3):
        left = 60 + sign * 210
        points = [(left + rng.randrange(170), 40 + rng.randrange(180)) for _ in range(9)]
        pen.line(points, fill="black", width=5, joint="curve")
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return SimpleUploadedFile("signature.png", out.getvalue(), content_type="image/png")


def in_office(moment, rng=None):
    """The same day in office hours."""
    hour, minute = (rng.randrange(9, 17), rng.randrange(60)) if rng else (10, 0)
    return datetime.combine(moment.astimezone(CITY_TIME).date(), time(hour, minute), CITY_TIME)
