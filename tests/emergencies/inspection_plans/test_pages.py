"""The pages of plans: drawing one up, settling it, and the public page on which everybody can do the sums again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from emergencies.checklists.models import CheckList, PremisesKind
from emergencies.inspection_plans.enums import State
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspection_plans.services import draft
from governance.flow import engine
from governance.timeline.models import Event
from tests import actors
from tests.emergencies.makers import entered
from tests.emergencies.people import someone

LIST = reverse("inspection_plans_list")


@pytest.fixture
def pair(offices):
    return someone(), someone()


@pytest.fixture
def shop(pair, now):
    return entered(actors.place(actors.VILLAGE), now)


def form_of(pair, **facts):
    today = timezone.localdate()
    return {
        "submission": str(uuid4()), "title": "餐饮场所燃气检查", "checklist": CheckList.objects.get(code="gas_restaurant").pk,
        "kinds": [PremisesKind.objects.get(code="restaurant").pk], "area": actors.place(actors.TOWNSHIP).pk,
        "begins": today.isoformat(), "ends": (today + timedelta(days=30)).isoformat(), "count": "5", "takes_key": "on",
        "inspectors": [person.pk for person in pair], "seed_source": "福利彩票双色球开奖号码",
        "draws_at": f"{timezone.localtime() + timedelta(days=2):%Y-%m-%dT%H:%M}", **facts,
    }  # fmt: skip


@pytest.fixture
def plan(pair, shop, now):
    day = timezone.localdate(now)
    return draft(
        at=now, by=pair[0], title="餐饮场所燃气检查", checklist=CheckList.objects.get(code="gas_restaurant"), inspectors=pair,
        kinds=PremisesKind.objects.filter(code="restaurant"), area=actors.place(actors.TOWNSHIP), begins=day, ends=day + timedelta(days=30),
        count=2, takes_key=True, draws_at=now + timedelta(days=1), seed_source="福利彩票双色球开奖号码",
    )  # fmt: skip


def public(plan):
    return reverse("inspection_plan_published", args=[plan.number])


def test_a_plan_is_drawn_up_once(pair, shop, signed_in):
    client, values = signed_in(pair[0]), form_of(pair)
    first, second = (client.post(reverse("inspection_plans_create"), values) for _time in range(2))
    assert first["Location"] == second["Location"] == InspectionPlan.objects.get().get_absolute_url()


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"inspectors": []}, "至少两名"),
        ({"ends": "2020-01-01"}, "不能早于"),
        ({"seed_source": "随便"}, ""),
        ({"draws_at": "2020-01-01T10:00"}, "不能早于"),
        ({"title": ""}, ""),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(pair, shop, signed_in, facts, told):
    page = signed_in(pair[0]).post(reverse("inspection_plans_create"), form_of(pair, **facts))
    assert page.status_code == 422
    assert told in page.content.decode()
    assert not InspectionPlan.objects.exists()


def test_the_list_must_fit_the_kinds_and_there_must_be_something_to_draw(pair, shop, signed_in):
    client, url = signed_in(pair[0]), reverse("inspection_plans_create")
    other = PremisesKind.objects.get(code="parcel").pk
    assert "不适用于" in client.post(url, form_of(pair, kinds=[other])).content.decode()
    parcels = CheckList.objects.get(code="parcel").pk
    assert "没有这些类型" in client.post(url, form_of(pair, kinds=[other], checklist=parcels)).content.decode()


def test_a_colleague_settles_it_on_its_page(plan, pair, signed_in):
    url = reverse("inspection_plans_take_step", args=[plan.number, "announce"])
    assert "拟定人不能审定" in signed_in(pair[0]).post(url, {"note": "", "version": "1"}).content.decode()
    signed_in(pair[1]).post(url, {"note": "同意。", "version": "1"})
    assert InspectionPlan.objects.get().state == State.ANNOUNCED
    assert plan.title in signed_in(pair[0]).get(LIST).content.decode()


def test_before_its_time_the_draw_says_from_when(plan, pair, signed_in, now):
    engine.take(plan, "announce", by=pair[1], at=now)
    page = signed_in(pair[0]).get(reverse("inspection_plans_take_step", args=[plan.number, "draw"]), follow=True).content.decode()
    assert f"{timezone.localtime(plan.draws_at):%H:%M}后才能办理" in page


def test_nobody_outside_reads_a_draft(plan, client):
    assert client.get(public(plan)).status_code == 404
    assert plan.title not in client.get(reverse("inspection_plans_published")).content.decode()


def test_everybody_reads_the_pool_and_the_sums(plan, pair, shop, client, now):
    engine.take(plan, "announce", by=pair[1], at=now)
    before = client.get(public(plan)).content.decode()
    assert all(words in before for words in (shop.name, shop.number, "未抽取"))
    done = engine.take(plan, "draw", by=pair[0], at=now + timedelta(days=2), public_number="3 11 19")
    after = client.get(public(plan)).content.decode()
    assert all(words in after for words in (done.seed, done.digest, done.lots.get().rank, "抽中"))
    pool = client.get(reverse("inspection_plan_pool", args=[plan.number]), {"format": "csv"})
    assert done.lots.get().rank in b"".join(pool.streaming_content).decode("utf-8-sig")


def test_who_is_sent_out_is_not_published(plan, pair, client, now):
    pair[0].name = "任志远"
    pair[0].save(update_fields=["name"])
    engine.take(plan, "announce", by=pair[1], at=now)
    assert "任志远" not in client.get(public(plan)).content.decode()


def test_the_page_of_a_plan_and_its_export(plan, pair, signed_in):
    client = signed_in(pair[0])
    assert plan.seed_source in client.get(plan.get_absolute_url()).content.decode()
    sheet = client.get(reverse("inspection_plans_export"), {"format": "csv"})
    assert plan.number in b"".join(sheet.streaming_content).decode("utf-8-sig")


def test_a_draft_is_corrected_and_a_colleague_settles_what_stands_then(plan, pair, signed_in):
    url = reverse("inspection_plans_take_step", args=[plan.number, "correct"])
    client = signed_in(pair[1])
    opened = client.get(url).content.decode()
    assert plan.title in opened
    assert plan.seed_source in opened
    values = {**form_of(pair, title="餐饮场所燃气检查（修改）", count=3), "version": plan.version}
    wrong = client.post(url, {**values, "ends": "2020-01-01"})
    assert wrong.status_code == 422
    assert "餐饮场所燃气检查（修改）" in wrong.content.decode()
    assert client.post(url, values).status_code == 302
    now = InspectionPlan.objects.get()
    assert (now.title, now.count, now.drafter, now.state) == ("餐饮场所燃气检查（修改）", 3, pair[1], State.DRAFTED)
    assert {*now.inspectors.all()} == {*pair}
    told = dict(Event.objects.of(now).get(kind="inspection_plans.correct").data["words"])
    assert (told["检查对象类型"], {*told["检查人员"].split("、")}) == ("餐饮场所（使用燃气）", {person.name for person in pair})
    with pytest.raises(engine.StepRefused, match="拟定人"):
        engine.take(now, "announce", by=pair[1], at=timezone.now())


def test_what_was_published_is_not_corrected_any_more(plan, pair, now):
    announced = engine.take(plan, "announce", by=pair[1], at=now)
    assert "correct" not in {step.name for step in engine.available(announced, pair[0])}
