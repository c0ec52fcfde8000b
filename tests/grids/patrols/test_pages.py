"""The pages of patrols: few taps on the way, nothing lost, every number opens its rows, and lists cost the same for ten rows as for one."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from governance.files.models import Attachment, PendingUpload
from governance.people.enums import Role
from grids.admission.models import Duty
from grids.patrols import services
from grids.patrols.enums import Result, State
from grids.patrols.forms import PlanForm
from grids.patrols.models import Answer, CheckList, Patrol, Plan, Route
from grids.reports.models import Report
from tests import actors
from tests.grids import makers

LIST, DESK, ROUTES, PLANS, LISTS = (
    reverse(name) for name in ("patrols_list", "desk", "patrols_routes", "patrols_plans", "patrols_checklists")
)


def walk(patrol):
    return reverse("patrols_walk", args=[patrol.number])


def photograph():
    picture = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(picture, "JPEG")
    return SimpleUploadedFile("现场.jpg", picture.getvalue(), content_type="image/jpeg")


def pressed(patrol, order, **wrong):
    """What a form sends: everything in order but the things named."""
    facts = {"order": order, "note": ""}
    for item in services.items_of(patrol):
        facts[f"item_{item.pk}"] = next((result for words, result in wrong.items() if item.label.startswith(words)), "normal")
    return facts


def test_a_point_in_order_is_one_tap(signed_in, patrol, worker):
    client = signed_in(worker)
    for order in (1, 2):
        answer = client.post(walk(patrol), {"order": order, "all": "1"}, follow=True)
    assert "完成巡查" in answer.content.decode()
    client.post(reverse("patrols_take_step", args=[patrol.number, "finish"]), {"note": ""})
    assert Patrol.objects.get().state == State.DONE


def test_who_walks_it_reads_so_among_what_can_be_done(signed_in, patrol, worker, clerk):
    Patrol.objects.update(state=State.OVERDUE)
    detail = reverse("patrols_detail", args=[patrol.number])
    page = signed_in(worker).get(detail)
    assert page.context["main_link"]["url"] == walk(patrol)
    assert "没有可办理的步骤" not in page.content.decode()
    assert signed_in(clerk).get(detail).context["main_link"] is None


def test_what_is_wrong_needs_a_word_or_a_photograph_and_nothing_is_lost(signed_in, patrol, worker):
    client = signed_in(worker)
    answer = client.post(walk(patrol), pressed(patrol, 1, 灭火器="wrong"))
    assert answer.status_code == 422
    assert "请写一句情况，或拍一张照片" in answer.content.decode()
    assert not Report.objects.exists()
    answer = client.post(
        walk(patrol), {**pressed(patrol, 1, 灭火器="wrong"), f"item_{services.items_of(patrol)[0].pk}": "", "files": photograph()}
    )
    token = PendingUpload.objects.get().token
    assert token in answer.content.decode()
    client.post(walk(patrol), {**pressed(patrol, 1, 灭火器="wrong"), "held": token})
    assert Attachment.objects.of(Report.objects.get()).count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"彩钢板房": "blocked"}, "无法检查的，请写明原因"),
        ({"彩钢板房": ""}, "请点选结果"),
        ({"彩钢板房": "broken"}, "请从所列的选项中选择"),
    ],
)
def test_an_incomplete_point_is_told(signed_in, patrol, worker, wrong, said):
    answer = signed_in(worker).post(walk(patrol), pressed(patrol, 1, **wrong))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Answer.objects.exists()


def test_only_what_is_wrong_needs_a_press(signed_in, patrol, worker):
    item = next(item for item in services.items_of(patrol) if item.label.startswith("灭火器"))
    signed_in(worker).post(walk(patrol), {"order": 1, "rest": "1", f"item_{item.pk}": "wrong", "note": "压力不足。"})
    assert (Answer.objects.filter(result="normal").count(), Report.objects.count()) == (5, 1)


def test_all_in_order_is_refused_where_something_was_pressed(signed_in, patrol, worker):
    answer = signed_in(worker).post(walk(patrol), {**pressed(patrol, 1, 彩钢板房="wrong"), "all": "1"})
    assert "您已点选问题" in answer.content.decode()


def test_a_photograph_of_a_point_in_order_is_kept_there_and_shown_through_the_gate(signed_in, patrol, worker):
    client = signed_in(worker)
    client.post(walk(patrol), {**pressed(patrol, 1), "files": photograph()})
    kept = Attachment.objects.of(patrol.points.get(order=1)).get()
    url = reverse("attachment", args=[kept.pk])
    assert client.get(url).status_code == 200
    assert url in client.get(patrol.get_absolute_url()).content.decode()
    assert signed_in(actors.actor(Role.GRID_WORKER, actors.OTHER_VILLAGE)).get(url).status_code == 404


def test_two_findings_have_the_photograph_each(patrol, signed_in, worker):
    signed_in(worker).post(walk(patrol), {**pressed(patrol, 1, 灭火器="wrong", 彩钢板房="wrong"), "files": photograph()})
    assert [Attachment.objects.of(report).count() for report in Report.objects.order_by("pk")] == [1, 1]


def test_pressed_twice_it_is_one_report(signed_in, patrol, worker):
    client, facts = signed_in(worker), {**pressed(patrol, 1, 灭火器="wrong"), "note": "压力不足。"}
    for _ in range(2):
        client.post(walk(patrol), facts)
    report = Report.objects.get()
    assert patrol.number in client.get(report.get_absolute_url()).content.decode()
    assert report.number in client.get(patrol.get_absolute_url()).content.decode()


def test_who_does_not_serve_the_grid_reads_only(signed_in, patrol):
    stranger = signed_in(actors.actor(Role.GRID_WORKER, name="乙"))
    assert "不由您办理" in stranger.get(walk(patrol)).content.decode()
    stranger.post(walk(patrol), {"order": 1, "all": "1"})
    assert Patrol.objects.get().state == State.PLANNED


def cards(client):
    desk = client.get(DESK).context
    return {card["url"]: card for card in [*desk["cards"], *desk["overview"]] if card["url"].startswith(LIST)}


@pytest.mark.parametrize("role", [Role.GRID_WORKER, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL])
def test_every_card_opens_exactly_its_rows(signed_in, patrol, worker, at, role):
    makers.patrol(serial=2, at=at)
    services.note_missed(at=at + timedelta(days=14))
    client = signed_in(worker if role == Role.GRID_WORKER else actors.actor(role))
    found = cards(client)
    assert found
    assert all(client.get(url).context["page"].count == card["count"] for url, card in found.items())
    assert any(card["count"] for card in found.values())


def test_the_township_sees_what_no_worker_serves(signed_in, township, at):
    unserved = makers.patrol(serial=3, at=at)
    answer = signed_in(township).get(LIST, {"state": "unserved"})
    assert [row.number for row in answer.context["page"].rows] == [unserved.number]
    assert "没有网格员" in answer.content.decode()


@pytest.mark.parametrize("address", [LIST, ROUTES, PLANS, reverse("patrols_calendar")])
def test_the_statements_do_not_grow_with_the_rows(signed_in, worker, township, at, address):
    client, counts = signed_in(township), []
    for serials in (range(1, 2), range(2, 9)):
        for serial in serials:
            makers.patrol(serial=serial, at=at)
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_the_month_shows_the_patrol_on_its_day(signed_in, patrol, worker):
    answer = signed_in(worker).get(reverse("patrols_calendar"), {"grid": patrol.grid.code, "month": "2026-11"})
    assert patrol.get_absolute_url() in answer.content.decode()
    assert signed_in(worker).get(reverse("patrols_calendar"), {"month": "没有"}).status_code == 200


def test_the_sheet_is_excel(signed_in, patrol, township):
    assert b"".join(signed_in(township).get(reverse("patrols_export")).streaming_content)[:2] == b"PK"


def route_facts(**facts):
    rows = {
        "points-TOTAL_FORMS": "2",
        "points-INITIAL_FORMS": "0",
        "points-0-name": "1号楼",
        "points-0-address": "东街",
        "points-0-position": "40.8,111.6",
    }
    return {"name": "西片线", "active": "on", **rows, "points-1-name": "", **facts}


def test_village_and_township_draw_routes(signed_in, grid, township):
    for person in (township, actors.actor(Role.VILLAGE_CLERK)):
        signed_in(person).post(reverse("patrols_route_create"), route_facts(grid=grid.pk))
    assert Route.objects.count() == 2
    assert Route.objects.first().points.get().latitude == 40.8


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"points-0-name": "", "points-0-address": ""}, "请填写点位名称"), ({"points-0-position": "在东边"}, "先纬度、后经度"),
     ({"points-0-name": "", "points-0-address": "", "points-0-position": ""}, "请至少填写一个点位"), ({"name": ""}, "")],
)  # fmt: skip
def test_a_wrong_route_is_told(signed_in, grid, township, wrong, said):
    answer = signed_in(township).post(reverse("patrols_route_create"), route_facts(grid=grid.pk, **wrong))
    assert answer.status_code == 422
    assert said in answer.content.decode().partition("error-summary")[2].partition("</div>")[0]


def test_who_was_second_at_a_route_is_told_and_keeps_what_was_typed(signed_in, township, at):
    route = makers.route(at=at)
    seen = route.changed_at.isoformat()
    services.draw(route, [{"name": "别处", "address": "", "latitude": None, "longitude": None}], by=township, at=at + timedelta(minutes=1))
    answer = signed_in(township).post(reverse("patrols_route_edit", args=[route.pk]), route_facts(seen=seen))
    assert answer.status_code == 422
    assert "1号楼" in answer.content.decode()


def test_the_township_plans_many_routes_at_once(signed_in, worker, township, at):
    drawn = [makers.route(serial=serial, at=at) for serial in (1, 2)]
    facts = {"checklist": CheckList.objects.get(code="fire").pk, "rhythm": "weekly", "begins": f"{timezone.localdate():%Y-%m-%d}"}
    signed_in(township).post(reverse("patrols_plan_create"), {**facts, "routes": [route.pk for route in drawn]})
    assert (Plan.objects.count(), Patrol.objects.count()) == (2, 2)
    again = signed_in(township).post(reverse("patrols_plan_create"), {**facts, "routes": [drawn[0].pk]}, follow=True)
    assert "已经有一项计划" in again.content.decode()
    signed_in(township).post(reverse("patrols_plan_stop", args=[Plan.objects.first().pk]))
    assert Plan.objects.filter(stopped_at=None).count() == 1


@pytest.mark.parametrize(("rhythm", "ends", "field"), [("once", None, "begins"), ("weekly", 9, "ends")])
def test_a_plan_that_would_make_nothing_is_refused(township, at, rhythm, ends, field):
    """The season of the list begins a month from now."""
    route, today, checklist = makers.route(at=at), timezone.localdate(), CheckList.objects.get(code="fire")
    checklist.season_from, checklist.season_until = (f"{today + actors.days(count):%m-%d}" for count in (30, 60))
    checklist.save()
    last = today + actors.days(ends) if ends else ""
    data = {"checklist": checklist.pk, "rhythm": rhythm, "begins": today, "ends": last, "routes": [route.pk]}
    assert {*PlanForm(data, routes=Route.objects.all()).errors} == {field}


def test_a_plan_is_found_by_its_route(signed_in, township, at):
    makers.plan(at=at)
    pages = {asked: signed_in(township).get(reverse("patrols_plans"), {"q": asked}).content.decode() for asked in ("东片", "西片")}
    assert ["没有计划" in page for page in pages.values()] == [False, True]


def administrator():
    return actors.actor(Role.ADMINISTRATOR, actors.CITY)


def list_facts(checklist, items, **facts):
    rows = {"items-TOTAL_FORMS": str(len(items)), "items-INITIAL_FORMS": "0"}
    for number, item in enumerate(items):
        rows |= {f"items-{number}-{name}": value for name, value in item.items()}
    return {
        "label": checklist.label,
        "duty": checklist.duty_id,
        "citation": checklist.citation,
        "season_from": "",
        "season_until": "",
        **rows,
        **facts,
    }


def test_the_city_publishes_another_version(signed_in, db):
    checklist = CheckList.objects.get(code="gas")
    items = [services.row_of(item) for item in services.current_version(checklist).items.all()]
    address = reverse("patrols_checklist_edit", args=[checklist.pk])
    client = signed_in(administrator())
    client.post(address, list_facts(checklist, [*items[:2], {**items[2], "label": ""}], seen="1", **{"items-INITIAL_FORMS": "3"}))
    assert services.current_version(checklist).number == 2
    stale = client.post(address, list_facts(checklist, items, seen="1"))
    assert stale.status_code == 422
    assert "第2版" in stale.content.decode()
    assert signed_in(actors.actor(Role.ADMINISTRATOR, actors.COUNTY)).get(address).status_code == 403


@pytest.mark.parametrize(
    ("facts", "said"),
    [({"season_from": "06-01"}, "季节的起止都要填写"), ({"season_from": "夏", "season_until": "09-30"}, "请按“月-日”填写"),
     ({"items-0-months": "13"}, "请按 6-9"), ({"items-0-kind": ""}, "请选择有问题时上报为哪一类"),
     ({"items-0-label": ""}, "请填写检查内容")],
)  # fmt: skip
def test_a_wrong_check_list_is_told(signed_in, db, facts, said):
    checklist = CheckList.objects.get(code="gas")
    items = [services.row_of(item) for item in services.current_version(checklist).items.all()]
    answer = signed_in(administrator()).post(reverse("patrols_checklist_edit", args=[checklist.pk]), list_facts(checklist, items, **facts))
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_list_whose_duty_is_not_admitted_cannot_be_switched_on_and_makes_no_patrol(signed_in, worker, grid, at):
    plan, client = makers.plan(at=at), signed_in(administrator())
    address = reverse("patrols_checklist_switch", args=[plan.checklist.pk])
    Duty.objects.filter(pk=plan.checklist.duty_id).update(in_force_until=at.date() - timedelta(days=1))
    assert services.open_due(at=at) == 0
    client.post(address, {"on": "0"})
    told = client.post(address, {"on": "1"}, follow=True)
    assert "不在网格准入清单上，不能启用" in told.content.decode()
    assert not CheckList.objects.get(pk=plan.checklist_id).active


def test_a_new_list_can_be_made(signed_in, db):
    gas = CheckList.objects.get(code="gas")
    items = [services.row_of(item) for item in services.current_version(gas).items.all()]
    signed_in(administrator()).post(reverse("patrols_checklist_create"), list_facts(gas, items, label="校园周边巡查"))
    assert CheckList.objects.get(label="校园周边巡查").versions.get().items.count() == 3


def test_many_are_excused_at_once(signed_in, patrol, township):
    facts = {"action": "excuse", "selected": [patrol.number], "confirmed": "1", "note": "道路封闭。"}
    signed_in(township).post(reverse("patrols_bulk"), facts)
    assert Patrol.objects.get().state == State.EXCUSED


def test_the_figure_opens_onto_its_rows(signed_in, patrol, township, at):
    services.note_missed(at=at + timedelta(days=14))
    address = f"{LIST}?figure=patrols.fulfilment&part=denominator&place={actors.TOWNSHIP}&first=2026-11&last=2026-11"
    assert signed_in(township).get(address).context["page"].count == 1


def test_results_have_a_tone():
    assert {Answer(result=result).tone for result in Result} == {"done", "danger", "waiting"}
