"""Throw-away: pictures of the pages."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from emergencies.checklists.enums import Weight
from emergencies.checklists.models import CheckList, PremisesKind
from emergencies.inspection_plans.services import draft
from emergencies.inspections.enums import Result, Signed
from emergencies.inspections.models import Inspection
from emergencies.inspections.services import record
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.emergencies.makers import entered
from emergencies.inspections.demo.seed import scribble
from governance.files.services import hold
import random

OUT = "/tmp/w/shots"


def test_look(town, seat):
    now = timezone.now()
    pair = [actors.actor(Role.TOWNSHIP_CLERK, name=name) for name in ("任志远", "娜日苏")]
    place = actors.place(actors.VILLAGE)
    shops = [entered(place, now, name=f"老绥元烧卖馆{n}店", is_key=n == 0) for n in range(7)]
    day = timezone.localdate()
    plan = draft(at=now - timedelta(days=3), by=pair[0], title="餐饮场所燃气安全“双随机”检查", checklist=CheckList.objects.get(code="gas_restaurant"), inspectors=pair,
        kinds=PremisesKind.objects.filter(code="restaurant"), area=actors.place(actors.TOWNSHIP), begins=day, ends=day + timedelta(days=30),
        count=3, takes_key=True, draws_at=now - timedelta(days=1), seed_source="中国福利彩票双色球2026年第140期开奖号码")
    plan = engine.take(plan, "announce", by=pair[1], at=now - timedelta(days=2), note="同意。")
    plan = engine.take(plan, "draw", by=pair[0], at=now, public_number="03 11 19 22 27 30 08")
    one = Inspection.objects.order_by("pk").first()
    results = {i.pk: (Result.FITS, "", i.weight) for i in one.checks.items.all()}
    items = [*one.checks.items.all()]
    results[items[2].pk] = (Result.WRONG, "软管超过两米，穿墙使用。", Weight.GENERAL)
    results[items[3].pk] = (Result.WRONG, "气瓶间设在半地下室。", Weight.MAJOR)
    one, _n = record(one, by=pair[0], at=now, submission=None, results=results, findings="已当场讲明问题和整改要求。", rectify_by=day + timedelta(days=10), signed=Signed.DRAWN,
        signer_name="王建国", signer_role="店长", refusal="", latitude=None, longitude=None, signature=hold(scribble(random.Random(3)), at=now))
    other = Inspection.objects.filter(state="planned").first()
    admin = actors.actor(Role.ADMINISTRATOR, name="马骏")
    pages = {
        "list": reverse("inspections_list"), "detail": one.get_absolute_url(), "planned": other.get_absolute_url(), "phone": reverse("inspections_phone"),
        "record": reverse("inspections_phone") + f"?number={other.number}", "plans": reverse("inspection_plans_list"), "plan": plan.get_absolute_url(),
        "plan_create": reverse("inspection_plans_create"), "premises": reverse("premises_list"), "premises_create": reverse("premises_create"),
        "published": reverse("inspection_plans_published"), "published_one": reverse("inspection_plan_published", args=[plan.number]),
        "checklists_pub": reverse("checklists_published"), "checklist_pub": reverse("checklist_published", args=["gas_restaurant"]),
        "proof": reverse("inspection_proof", args=[one.proof_key]), "arrange": reverse("inspections_create"), "desk": reverse("desk"),
    }
    for name, kind in (("d", DESKTOP), ("m", PHONE)):
        page = seat(pair[0], **kind).page
        for what, url in pages.items():
            page.goto(url)
            page.wait_for_timeout(300)
            if what == "record":
                page.locator("[data-item]").nth(2).locator(".results label", has_text="不符合").first.click()
            page.screenshot(path=f"{OUT}/{what}-{name}.png", full_page=True)
    page = seat(admin, **DESKTOP).page
    for what, url in {"lists": reverse("checklists_list"), "list_edit": reverse("checklists_edit", args=[CheckList.objects.first().pk])}.items():
        page.goto(url)
        page.screenshot(path=f"{OUT}/{what}-d.png", full_page=True)
    answer = page.request.get(reverse("inspection_proof_pdf", args=[one.proof_key]))
    open(f"{OUT}/proof.pdf", "wb").write(answer.body())
