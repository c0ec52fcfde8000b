"""The command board: tasks with acknowledgement and clock, a log nobody alters, forces, files, plans; alive without Redis and workers."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from redis.exceptions import ConnectionError as QueueDown

from emergencies.command import services
from emergencies.command.enums import FINAL, Standing, State
from emergencies.command.flow import FLOW
from emergencies.command.models import CommandTask, LogLine, Team
from emergencies.plans.models import Plan
from governance.access.scope import may
from governance.celery import app as celery
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.web import presence
from tests import actors
from tests.emergencies.incidents import scenes
from tests.flows import elsewhere

MINUTE = timedelta(minutes=1)


@pytest.fixture
def ordering(handled, centre, clerk):
    """Gives the township a task; facts can be overridden."""

    def order(at, office=None, **facts):
        told = {"instruction": "到现场西侧设置警戒线，疏导车辆。", "finish_by": at + timedelta(hours=2), "by": centre, **facts}
        return services.issue(handled, office or clerk.acting_post.office, at=at, **told)

    return order


@pytest.fixture
def task(ordering, at):
    return ordering(at)


def lines(incident):
    return [line.text for line in LogLine.objects.filter(incident=incident).order_by("pk")]


def test_an_order_reaches_an_office_that_sees_the_incident_from_now_on(ordering, handled, at, fresh):
    housing = actors.actor(Role.DEPARTMENT_HANDLER)
    assert not may(housing, handled.view_capability, handled)
    mark = uuid4()
    given = [ordering(at, office=housing.acting_post.office, submission=mark) for _again in range(2)]
    assert (given[0], CommandTask.objects.count()) == (given[1], 1)
    assert may(housing, handled.view_capability, fresh(handled))
    assert (given[0].due_at, given[0].state) == (at + 15 * MINUTE, State.ISSUED)


def test_it_is_acknowledged_in_time_and_done(task, clerk, at):
    signed = engine.take(task, "acknowledge", by=clerk, at=at + 4 * MINUTE)
    assert (signed.kept, signed.minutes, signed.due_at) == (True, 4, task.finish_by)
    done = engine.take(signed, "finish", by=clerk, at=at + 60 * MINUTE, note="警戒线已设置。")
    assert (done.state, done.due_at) == (State.DONE, None)


def test_who_does_not_acknowledge_is_late_at_once(task, at, fresh):
    sweep(at=at + 20 * MINUTE)
    assert fresh(task).kept is False


def test_what_was_not_done_goes_on_until_another_moment(task, clerk, centre, at):
    done = engine.take(engine.take(task, "acknowledge", by=clerk, at=at), "finish", by=clerk, at=at, note="好了。")
    with pytest.raises(engine.StepRefused, match="晚于现在"):
        engine.take(done, "send_back", by=centre, at=at, note="没好。", finish_by=at)
    again = engine.take(done, "send_back", by=centre, at=at, note="没好。", finish_by=at + 30 * MINUTE)
    assert (again.state, again.due_at, again.closed_at) == (State.WORKING, at + 30 * MINUTE, None)


def test_nothing_ends_while_somebody_is_out_there(task, handled, fire, centre, at):
    with pytest.raises(engine.StepRefused, match="1 项处置任务"):
        engine.take(handled, "end", by=fire, at=at, note="结束。")
    engine.take(task, "cancel", by=centre, at=at, note="不再需要。")
    over = engine.take(handled, "end", by=fire, at=at, note="结束。")
    with pytest.raises(engine.StepRefused, match="已经结束"):
        services.issue(over, fire.acting_post.office, instruction="清理现场。", finish_by=at + MINUTE, by=centre, at=at)


def test_the_log_tells_by_itself_and_is_altered_by_nobody(task, handled, clerk, fire, at):
    engine.take(task, "acknowledge", by=clerk, at=at)
    scenes.told(handled, fire, at)
    engine.take(handled, "source_update", by="system", at=at, note="119：火势蔓延至四楼。")
    told = "".join(lines(handled))
    assert [word for word in ("核实，开始处置", "下达任务", "签收", "首报", "蔓延至四楼") if word not in told] == []
    for change in (lambda: LogLine.objects.update(text="改写"), lambda: LogLine.objects.first().delete()):
        with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
            change()


def test_forces_move_and_the_log_says_so_once(handled, centre, at):
    sent = services.deploy(handled, what="云梯车", amount=2, unit="辆", by=centre, at=at)
    for _again in range(2):
        services.move(sent, Standing.ON_SCENE, by=centre, at=at + MINUTE)
    assert [line for line in lines(handled) if "云梯车" in line] == ["调派力量：云梯车 2辆，已请求", "云梯车 2辆：已到场"]


def test_a_command_is_not_handed_to_who_has_it(handled, centre, at):
    same = {"command_office": centre.acting_post.office, "commander": "副区长云志强"}
    led = engine.take(handled, "set_up_command", by=centre, at=at, **same)
    with pytest.raises(engine.StepRefused, match="没有变化"):
        engine.take(led, "hand_command", by=centre, at=at + MINUTE, note="交接。", **same)


def test_command_is_handed_over(handled, centre, fire, bureau, at):
    first, then = centre.acting_post.office, bureau.acting_post.office
    led = engine.take(handled, "set_up_command", by=centre, at=at, command_office=first, commander="副区长云志强")
    moved = engine.take(led, "hand_command", by=centre, at=at + MINUTE, note="火情扩大。", command_office=then, commander="局长白晓明")
    assert (moved.command_office, moved.commander, moved.command_at) == (then, "局长白晓明", at + MINUTE)


def board(client, user, incident, name="command_board", **query):
    actors.sign_in(client, user)
    return client.get(reverse(name, args=[incident.number]), query)


def test_the_board_shows_everything_and_asks_as_often_for_ten_tasks(client, handled, ordering, centre, at):
    def asked():
        with CaptureQueriesContext(connection) as statements:
            assert board(client, centre, handled).status_code == 200
        return len(statements)

    ordering(at)
    asked()
    one = asked()
    for _n in range(9):
        ordering(at)
    assert asked() == one


def test_the_open_board_is_told_only_what_is_new(client, handled, centre, at):
    mark = board(client, centre, handled).context["mark"]
    assert board(client, centre, handled, "command_live", mark=mark).status_code in {204, 200}  # the minute may have turned
    services.note(handled, kind="situation", text="风向转为西北。", by=centre, at=at)
    assert "风向转为西北。" in board(client, centre, handled, "command_live", mark=mark).content.decode()


def test_the_board_names_who_else_has_it_open(client, handled, centre, official, monkeypatch):
    monkeypatch.setattr(presence.breaker, "open_until", 0.0)  # another test may have seen the cache down
    board(client, centre, handled)
    assert centre.name in board(client, official, handled).content.decode()
    assert [one["name"] for one in board(client, centre, handled).context["present"]] == [official.name]
    reader = actors.actor(Role.AUDITOR, actors.COUNTY)
    assert board(client, reader, handled).context["present"] == []


def test_a_line_a_file_a_task_and_forces_from_the_page(client, handled, centre, clerk, offices):
    actors.sign_in(client, centre)
    address = {name: reverse(f"command_{name}", args=[handled.number]) for name in ("log", "files", "issue", "deploy")}
    assert client.post(address["log"], {"kind": "situation", "text": ""}).status_code == 422
    assert client.post(address["log"], {"kind": "situation", "text": "现场照明已接通。"}).status_code == 302
    paper = SimpleUploadedFile("示意图.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
    assert client.post(address["files"], {"files": paper}).status_code == 302
    until = (timezone.localtime() + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    order = {"submission": uuid4(), "office": clerk.acting_post.office.name, "instruction": "组织居民撤离。", "finish_by": until}
    assert client.post(address["issue"], order).status_code == 302
    assert client.post(address["deploy"], {"what": "", "amount": 1, "unit": "辆", "standing": "asked"}).status_code == 422
    assert client.post(address["deploy"], {"what": "水罐车", "amount": 3, "unit": "辆", "standing": "on_way"}).status_code == 302
    page = client.get(reverse("command_board", args=[handled.number])).content.decode()
    assert [word for word in ("现场照明已接通。", "示意图.pdf", "组织居民撤离", "水罐车") if word not in page] == []
    key = handled.deployments.get().pk
    client.post(reverse("command_move", args=[handled.number, key]), {"standing": "on_scene"})
    assert handled.deployments.get().standing == Standing.ON_SCENE


def test_a_step_from_the_board_leads_back_to_it(client, handled, centre):
    actors.sign_in(client, centre)
    address = reverse("command_step", args=[handled.number, "raise_response"])
    assert client.get(address).status_code == 200
    answer = client.post(address, {"response": "3", "note": "启动三级响应。", "version": handled.version})
    assert answer.headers["Location"] == reverse("command_board", args=[handled.number])


def test_it_works_while_redis_and_the_workers_are_down(client, handled, centre, clerk, monkeypatch, django_capture_on_commit_callbacks):
    """What is typed is in PostgreSQL and on the board; what must go out waits in the outbox."""

    def down(*_args, **_words):
        raise QueueDown("nobody there")

    for owner, name in ((cache, "get"), (cache, "set"), (cache, "incr"), (celery, "send_task")):
        monkeypatch.setattr(owner, name, down, raising=False)
    monkeypatch.setattr("celery.app.task.Task.apply_async", down)
    with django_capture_on_commit_callbacks(execute=True):
        test_a_line_a_file_a_task_and_forces_from_the_page(client, handled, centre, clerk, None)
    task = CommandTask.objects.get()
    assert board(client, centre, handled, "command_live").status_code == 200
    actors.sign_in(client, clerk)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("command_take_step", args=[task.number, "acknowledge"]), {"version": task.version})
    assert CommandTask.objects.get().state == State.WORKING


def test_the_pages_of_tasks_and_teams(client, task, clerk, centre):
    actors.sign_in(client, clerk)
    for address in (reverse("command_list"), task.get_absolute_url(), reverse("command_teams"), reverse("command_team_create")):
        assert client.get(address).status_code == 200
    for step in ("acknowledge", "decline"):
        assert client.get(reverse("command_take_step", args=[task.number, step])).status_code == 200
    team = {"name": "青山义务消防队", "kind": "part_time", "people": 12, "skills": "水带、手抬泵", "duty_phone": "0471-1234567"}
    assert client.post(reverse("command_team_create"), {**team, "duty_phone": "1"}).status_code == 422
    assert client.post(reverse("command_team_create"), team).status_code == 302
    kept = Team.objects.get()
    assert client.post(kept.get_absolute_url(), {**team, "people": 15, "active": "on"}).status_code == 302
    assert "青山义务消防队" in client.get(reverse("command_teams")).content.decode()
    assert b"".join(client.get(reverse("command_export"), {"format": "csv"}).streaming_content)


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, task, clerk, at):
    facts = {"acknowledged_at": at, "closed_at": at if state in FINAL else None}
    CommandTask.objects.filter(pk=task.pk).update(state=state, **facts)
    stands = CommandTask.objects.get(pk=task.pk)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(stands, step.name, by=clerk, at=at, note="x", **dict.fromkeys(step.fields))


def test_exactly_these_see_the_board(client, handled, clerk, fire, bureau, city_duty, centre, official, manager):
    village, housing = actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.DEPARTMENT_HANDLER)
    elsewhere = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    asked = [clerk, fire, bureau, city_duty, centre, official, manager, village, housing, elsewhere]
    seen = {user for user in asked if board(client, user, handled).status_code == 200}
    assert seen == {clerk, fire, bureau, city_duty, centre, official}


def test_an_office_that_was_given_a_task_gives_no_orders(client, ordering, handled, fresh, at):
    housing = actors.actor(Role.DEPARTMENT_HANDLER)
    task = ordering(at, office=housing.acting_post.office)
    incident = fresh(handled)
    assert [step.name for step in engine.available(task, housing, at=at)] == ["acknowledge", "decline"]
    assert not engine.available(incident, housing, at=at)
    assert board(client, housing, incident).status_code == 200
    for name in ("command_issue", "command_deploy"):
        address = reverse(name, args=[incident.number])
        assert address not in board(client, housing, incident).content.decode()
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("answer", ["acknowledge", "decline", None])
def test_a_township_that_was_given_a_task_gives_no_orders_whatever_it_answered(answer, client, ordering, handled, clerk, fresh, at):
    task, other = ordering(at), ordering(at, office=actors.actor(Role.DEPARTMENT_HANDLER).acting_post.office)
    if answer:
        engine.take(task, answer, by=clerk, at=at, note="道路中断。")
    incident = fresh(handled)
    assert not {step.name for step in engine.available(incident, clerk, at=at)} & {"raise_response", "set_up_command"}
    assert not engine.available(fresh(other), clerk, at=at)
    page = board(client, clerk, incident)  # signs in
    assert (page.status_code, client.get(reverse("command_issue", args=[incident.number])).status_code) == (200, 404)


def test_a_township_that_leads_or_was_handed_the_command_gives_orders(handled, clerk, centre, fresh):
    own = clerk.acting_post.office_id
    for column in ("office", "command_office"):
        type(handled).objects.filter(pk=handled.pk).update(**{"office": centre.acting_post.office_id, "command_office": None, column: own})
        assert fresh(handled).is_run_by(own)


def test_once_there_is_a_command_whose_turn_it_is_to_report_does_not_command(handled, clerk, centre, fresh):
    rows, own = type(handled).objects.filter(pk=handled.pk), clerk.acting_post.office_id
    rows.update(reporter=own, command_office=None)
    assert fresh(handled).is_run_by(own)
    rows.update(command_office=centre.acting_post.office_id)
    assert not fresh(handled).is_run_by(own)


def test_whoever_leads_commands_or_is_on_duty_gives_orders(ordering, handled, centre, fire, city_duty, clerk, fresh, at):
    task = ordering(at)
    incident = fresh(handled)
    for person in (centre, fire, city_duty):
        assert "raise_response" in [step.name for step in engine.available(incident, person, at=at)]
        assert "cancel" in [step.name for step in engine.available(task, person, at=at)]
    assert "cancel" not in [step.name for step in engine.available(task, clerk, at=at)]


def test_the_teams_of_the_own_county_are_offered_first(offices, at):
    facts = {"kind": "part_time", "people": 12, "skills": "水带", "duty_phone": "0471-1234567", "updated_at": at}
    for code in (actors.OTHER_COUNTY, actors.CITY, actors.COUNTY):
        place, office = actors.place(code), actors.office(OfficeType.CENTRE, code)
        Team.objects.create(name=f"{code}救援队", office=office, place=place, place_path=place.path, **facts)
    found = [team.place.code for team in Team.objects.nearest(actors.place(actors.VILLAGE).path)]
    assert [code[:6] for code in found] == [actors.place(code).code[:6] for code in (actors.COUNTY, actors.CITY, actors.OTHER_COUNTY)]


def test_the_board_says_that_no_plan_applies_and_who_owes_one(client, handled, centre, bureau):
    shown = board(client, centre, handled).content.decode()
    assert "没有适用于“火灾”的现行预案" in shown
    assert reverse("plans_missing") in shown
    assert handled.office.name in shown


def test_the_plan_of_the_government_of_the_place_applies(client, handled, centre, at):
    facts = {"state": "in_force", "issued_on": at.date(), "review_on": at.date() + timedelta(days=365), "in_force_at": at, "opened_at": at}
    for code, scenarios in ((actors.COUNTY, ["fire"]), (actors.OTHER_COUNTY, ["fire"]), (actors.CITY, ["gas"])):
        owner = actors.office(OfficeType.GOVERNMENT, code)
        plan = Plan(title=f"{code}总体预案", kind="office", owner=owner, place=owner.place, number=code, duty_phone="0471-4606110",
                    scenarios=scenarios, place_path=owner.place.path, **facts)  # fmt: skip
        plan.hand_to(owner)
        plan.save()
    assert [plan.number for plan in services.applicable_plans(handled)] == [actors.COUNTY]
    shown = board(client, centre, handled).content.decode()
    assert ("0471-4606110" in shown, "现行预案" in shown) == (True, False)
