"""The directory: entered once, kept by the village, read by everyone; property firms have the tasks of the year."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from grids.organisations.enums import FINAL, State
from grids.organisations.flow import FLOW
from grids.organisations.models import Organisation
from grids.organisations.permissions import VIEW
from grids.organisations.services import register
from tests import actors

LIST, CREATE, PUBLIC = reverse("organisations_list"), reverse("organisations_create"), reverse("directory")
TYPED = {
    "kind": "property", "title": "诚信物业", "duties": "保洁、秩序、维修。", "phone": "0471-0123456", "address": "居委会院内",
    "submission": "6f1c2f6e-5f0c-4b7e-9d7a-0d7e6a3f5b12", "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
    "place_village": actors.VILLAGE,
}  # fmt: skip
HERE = {"place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}


@pytest.fixture
def entering(village_clerk, at):
    """Enters an organisation at the home village; facts can be overridden."""

    def enter(title="诚信物业", kind="property", code=actors.VILLAGE, **facts):
        told = {"duties": "保洁、秩序、维修。", "phone": "0471-0123456", "address": "居委会院内", **facts}
        return register(by=village_clerk, at=at, place=actors.place(code), title=title, kind=kind, **told)

    return enter


@pytest.fixture
def firm(entering):
    return entering()


def test_exactly_these_see_it(firm, village_clerk, worker, clerk, officer, operator, handler):
    beside = actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE)
    people = {"village": village_clerk, "worker": worker, "township": clerk, "centre": officer}
    strangers = {"beside": beside, "hotline": operator, "bureau": handler}
    seen = {name for name, user in {**people, **strangers}.items() if Organisation.objects.visible_to(user, VIEW).exists()}
    assert seen == set(people)


def test_it_is_entered_once(signed_in, village_clerk):
    client = signed_in(village_clerk)
    assert [client.post(CREATE, TYPED).status_code for _twice in range(2)] == [302, 302]
    assert Organisation.objects.get().title == "诚信物业"


def test_a_namesake_is_refused_and_nothing_typed_is_lost(signed_in, firm, village_clerk):
    answer = signed_in(village_clerk).post(CREATE, TYPED)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"title"})
    assert TYPED["duties"] in answer.content.decode()


def test_a_name_that_another_bears_is_refused_beside_the_field(signed_in, entering, firm, village_clerk):
    other = entering(title="安心物业")
    typed = {"title": firm.title, "duties": "保洁。", "phone": "0471-0999999", "address": "西门", "version": other.version}
    answer = signed_in(village_clerk).post(reverse("organisations_take_step", args=[other.number, "correct"]), typed)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"title"})
    assert Organisation.objects.get(pk=other.pk).title == "安心物业"


def test_one_whose_name_was_taken_meanwhile_does_not_come_back(entering, firm, village_clerk, at):
    ended = engine.take(firm, "end", by=village_clerk, at=at, note="合同到期。")
    entering(title=firm.title)
    with pytest.raises(engine.StepRefused, match="已有同名"):
        engine.take(ended, "reopen", by=village_clerk, at=at, note="续签合同。")


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({"phone": "12"}, "phone"), ({"registered_no": "911"}, "registered_no"), ({"kind": ""}, "kind"), ({"duties": ""}, "duties"),
     ({"place_village": "x", "place_township": "y"}, "place")],
)  # fmt: skip
def test_each_mistake_is_told(signed_in, clerk, changed, wrong):
    answer = signed_in(clerk).post(CREATE, {**TYPED, **changed})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})


def test_a_task_is_set_and_finished_once(firm, village_clerk, at):
    tasked = engine.take(firm, "set_task", by=village_clerk, at=at, year=2026, note="备足沙袋。")
    task = tasked.tasks.get()
    done = engine.take(tasked, "finish_task", by=village_clerk, at=at, task=task, note="已备200袋。")
    assert (done.tasks.get().outcome, done.tasks.waiting().count()) == ("已备200袋。", 0)
    with pytest.raises(engine.StepRefused):
        engine.take(done, "finish_task", by=village_clerk, at=at, task=task, note="再记一次。")


def test_a_task_too_long_to_be_kept_is_refused_and_not_cut(signed_in, firm, village_clerk, at):
    url = reverse("organisations_take_step", args=[firm.number, "set_task"])
    answer = signed_in(village_clerk).post(url, {"year": timezone.localdate().year, "note": "沙" * 501, "version": firm.version})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"note"})
    assert not firm.tasks.exists()


def test_only_property_firms_have_tasks(entering, village_clerk):
    group = entering(title="邻里互助队", kind="volunteer")
    assert not {"set_task", "finish_task"} & {step.name for step in engine.available(group, village_clerk)}


def test_the_desk_names_tasks_that_wait(signed_in, firm, village_clerk, at):
    engine.take(firm, "set_task", by=village_clerk, at=at, year=2026, note="备足沙袋。")
    assert "物业年度任务未完成" in signed_in(village_clerk).get(reverse("desk")).content.decode()


def test_what_is_changed_is_kept_with_the_villages_it_serves(signed_in, firm, village_clerk):
    url = reverse("organisations_take_step", args=[firm.number, "correct"])
    other = actors.place(actors.OTHER_VILLAGE)
    typed = {
        "title": "诚信物业",
        "duties": "保洁。",
        "phone": "0471-0999999",
        "address": "西门",
        "serves": [other.pk],
        "version": firm.version,
    }
    assert signed_in(village_clerk).post(url, {**typed, "version": firm.version}).status_code == 302
    kept = Organisation.objects.get()
    assert (kept.phone, [place.code for place in kept.serves.order_by("path")]) == ("0471-0999999", [actors.OTHER_VILLAGE])


@pytest.mark.parametrize(
    ("query", "found"),
    [({}, {"诚信物业", "邻里互助队"}), ({"kind": "volunteer"}, {"邻里互助队"}), (HERE, {"诚信物业", "邻里互助队"}),
     ({"place_county": actors.OTHER_COUNTY}, set())],
)  # fmt: skip
def test_everyone_reads_who_serves_the_place(client, entering, query, found):
    entering()
    entering(title="邻里互助队", kind="volunteer")
    assert {row.title for row in client.get(PUBLIC, query).context["page"].rows} == found


def test_one_that_serves_elsewhere_is_found_there(client, entering):
    entering(code=actors.OTHER_VILLAGE, serves=[actors.place(actors.VILLAGE)])
    assert [row.title for row in client.get(PUBLIC, HERE).context["page"].rows] == ["诚信物业"]


def test_what_ended_is_not_shown(client, firm, village_clerk, at):
    engine.take(firm, "end", by=village_clerk, at=at, note="合同到期。")
    assert client.get(PUBLIC).context["page"].rows == []


def test_lists_ask_no_more_for_ten_than_for_one(signed_in, client, entering, village_clerk):
    counts = {LIST: [], PUBLIC: []}
    signed_in(village_clerk)
    for serial in range(10):
        entering(title=f"物业{serial}")
        if serial in (0, 9):
            for url, found in counts.items():
                client.get(url)
                with CaptureQueriesContext(connection) as caught:
                    client.get(url)
                found.append(len(caught))
    assert all(first == last for first, last in counts.values())


def test_the_sheet_names_what_it_serves(signed_in, entering, village_clerk):
    entering(serves=[actors.place(actors.VILLAGE)])
    answer = signed_in(village_clerk).get(reverse("organisations_export") + "?format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert actors.place(actors.VILLAGE).short_name in text


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, firm, village_clerk, at):
    for state in [state for state in State if state not in step.source]:
        Organisation.objects.filter(pk=firm.pk).update(state=state, closed_at=at if state in FINAL else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(firm, step.name, by=village_clerk, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(firm).count() == 1


def test_conditions_are_cleared_only_where_some_are_chosen(client, firm):
    pages = [client.get(PUBLIC, query).content.decode() for query in ({}, {"kind": "volunteer"}, HERE)]
    assert ["清除条件" in page for page in pages] == [False, True, True]
