"""The pages of venues: list, detail, declaration, steps; with htmx and without, refused with words, nothing typed lost."""

import re
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.venues.enums import State
from emergencies.venues.models import Assessment, Venue, VenueKind
from emergencies.venues.sheet import COLUMNS
from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from tests import actors
from tests.emergencies.makers import FACTS

LIST, CREATE = reverse("venues_list"), reverse("venues_create")
HTMX = {"HTTP_HX_REQUEST": "true"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


WHY = "现场核实，登记信息有误，另行更正。"


def numbers(answer):
    return [row.number for row in answer.context["page"].rows]


def step_url(case, name):
    return reverse("venues_take_step", args=[case.number, name])


def page_of(client, case):
    return client.get(reverse("venues_detail", args=[case.number])).content.decode()


def statements(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def typed(**facts):
    return {**FACTS, "kind": VenueKind.objects.get(code="mall").pk, "submission": uuid4(), **facts}


def radios(answers):
    return {f"factor_{code}": option for code, option in answers.items()}


@pytest.mark.parametrize("role", [Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.AUDITOR])
def test_ten_rows_cost_no_more_statements_than_one(role, signed_in, declaring):
    client = signed_in(actors.actor(role))
    declaring()
    statements(client, LIST)
    one = statements(client, LIST)
    for number in range(9):
        declaring(title=f"青山百货{number}店")
    assert statements(client, LIST) == one <= 12


def test_the_page_of_a_venue_costs_few_statements(signed_in, registered, bureau, at, answers):
    for days in (1, 2):
        engine.take(registered, "assess", by=bureau, at=at + timedelta(days=days), grade="", answers=answers(1))
    client = signed_in(bureau)
    page_of(client, registered)
    assert statements(client, reverse("venues_detail", args=[registered.number])) <= 20


def test_the_page_tells_grade_inputs_version_gaps_and_the_next_drill(signed_in, registered, bureau, drill, at, answers):
    engine.take(registered, "assess", by=bureau, at=at, grade="", answers=answers(-1), note="多处不符合要求。")
    page = page_of(signed_in(bureau), registered)
    for fact in (
        "红色 · 重大风险",
        "2022-1",
        "疏散通道",
        "有占用、堵塞或锁闭",
        "缺 ",
        drill.number,
        "每半年至少一次",
        "没有现行预案",
        "0471-1234567",
    ):
        assert fact in page


def test_a_manager_declares_the_own_site_without_choosing_a_place(signed_in, manager, bureau):
    client = signed_in(manager)
    assert "place_county" not in client.get(CREATE).content.decode()
    assert client.post(CREATE, typed()).status_code == 302
    venue = Venue.objects.get()
    assert (venue.place.code, venue.site, venue.office) == (actors.VILLAGE, manager.acting_post.office, bureau.acting_post.office)


def test_a_clerk_chooses_the_place(signed_in, clerk):
    client, place = signed_in(clerk), {"place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}
    assert client.post(CREATE, typed(choose_place="1", place_township=actors.TOWNSHIP)).status_code == 200
    assert client.post(CREATE, typed(**place)).status_code == 302
    assert Venue.objects.get().place.code == actors.VILLAGE


WRONG = [
    ("title", "", "必填"), ("capacity", "0", "大于0"), ("capacity", "很多", "整数"), ("work_phone", "12", "电话号码不正确"),
    ("kind", "", "必填"), ("landmark", "", "必填"), ("floors", "999", "数字过大"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_a_wrong_fact_is_told_beside_its_field_and_nothing_is_lost(name, value, said, signed_in, manager):
    answer = signed_in(manager).post(CREATE, typed(**{name: value}))
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {name}
    if name != "title":
        assert FACTS["title"] in answer.content.decode()
    assert not Venue.objects.exists()


def test_the_same_name_at_the_same_place_is_refused_with_its_number(signed_in, manager, venue):
    answer = signed_in(manager).post(CREATE, typed())
    assert venue.number in str(answer.context["form"].errors["title"])


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_assessment_is_taken_from_its_radios(headers, signed_in, registered, bureau, answers, fresh):
    client = signed_in(bureau)
    page = client.get(step_url(registered, "assess"), **headers).content.decode()
    assert page.count('type="radio"') == 22
    answer = client.post(step_url(registered, "assess"), {**radios(answers(0)), "note": WHY, "version": registered.version}, **headers)
    assert answer.status_code == (200 if headers else 302)
    assert (fresh(registered).grade, Assessment.objects.get().assessor) == ("blue", bureau)


def test_after_an_htmx_step_the_panel_equals_a_fresh_page(signed_in, registered, bureau, answers):
    client = signed_in(bureau)
    swapped = client.post(step_url(registered, "assess"), {**radios(answers(0)), "note": WHY}, **HTMX).content.decode()
    panel = swapped[swapped.index('<div class="two-thirds">') :].strip()
    assert TOKEN.sub("", panel) in TOKEN.sub("", page_of(client, registered))


def test_a_lowered_grade_without_reason_is_refused_and_every_radio_kept(signed_in, registered, bureau, answers):
    given = {**radios(answers(-1)), "grade": "blue"}
    answer = signed_in(bureau).post(step_url(registered, "assess"), given)
    assert answer.status_code == 422
    assert "下调等级须写明理由" in str(answer.context["form"].errors["note"])
    assert answer.content.decode().count("checked") >= len(answers(-1))


def test_the_first_assessment_comes_with_what_the_register_says(signed_in, registered, bureau):
    form = signed_in(bureau).get(step_url(registered, "assess")).context["form"]
    told = {code: form.fields[f"factor_{code}"].initial for code in ("crowd", "building", "equipment", "history")}
    assert told == {"crowd": "under_5000", "building": None, "equipment": "lacking", "history": None}
    assert "容纳 1800 人，5 层" in form.fields["factor_crowd"].help_text


def test_an_answer_below_the_register_needs_a_word(signed_in, registered, bureau, answers, fresh):
    client, given = signed_in(bureau), radios(answers(0))
    refused = client.post(step_url(registered, "assess"), given)
    assert set(refused.context["form"].errors) == {"factor_crowd", "factor_equipment"}
    assert client.post(step_url(registered, "assess"), {**given, "note": WHY}).status_code == 302
    assert fresh(registered).grade == "blue"


def test_a_missing_answer_is_told_at_its_factor(signed_in, registered, bureau, answers):
    given = dict([*radios(answers(0)).items()][1:])
    answer = signed_in(bureau).post(step_url(registered, "assess"), given)
    assert list(answer.context["form"].errors) == ["factor_crowd"]


def test_a_correction_stands_on_the_timeline_in_words(signed_in, registered, manager, fresh):
    given = {**FACTS, "capacity": 900, "note": "重新核定。"}
    assert signed_in(manager).post(step_url(registered, "correct"), given).status_code == 302
    assert fresh(registered).capacity == 900
    assert Event.objects.of(registered).get(kind="venues.correct").note == "容纳人数：1800 → 900\n重新核定。"


def test_a_correction_of_nothing_is_refused(signed_in, registered, manager):
    answer = signed_in(manager).post(step_url(registered, "correct"), FACTS)
    assert "没有需要更正的内容" in answer.content.decode()


def test_many_are_confirmed_at_once_and_each_has_its_result(signed_in, bureau, declaring, fresh):
    one, other = declaring(), declaring(title="青山百货二店")
    engine.take(other, "confirm", by=bureau, at=timezone.now())
    answer = signed_in(bureau).post(reverse("venues_bulk"), {"action": "confirm", "selected": [one.number, other.number]})
    assert {result["case"].pk: result["done"] for result in answer.context["results"]} == {one.pk: True, other.pk: False}
    assert fresh(one).state == State.REGISTERED


def test_the_filters_say_what_they_find(signed_in, registered, bureau, at, answers):
    engine.take(registered, "assess", by=bureau, at=timezone.now(), grade="", answers=answers(0))
    client = signed_in(bureau)
    for name, right, wrong in [
        ("grade", "blue", "red"), ("kind", "mall", "hotel"), ("state", "registered", "unassessed"), ("state", "no_plan", "reassess"),
        ("q", "购物广场", "不存在"), ("holder", "mine", "none"), ("place", actors.TOWNSHIP, actors.OTHER_TOWNSHIP),
    ]:  # fmt: skip
        assert numbers(client.get(LIST, {name: right})) == [registered.number], name
        assert numbers(client.get(LIST, {name: wrong})) == [], name


def test_the_export_holds_the_filtered_rows(signed_in, venue, bureau):
    answer = signed_in(bureau).get(reverse("venues_export"))
    rows = [*openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)), read_only=True).active.iter_rows(values_only=True)]
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert rows[1][:3] == (venue.number, venue.title, "大型商场")


def test_the_standard_stands_on_a_page_with_its_sources(signed_in, manager):
    page = signed_in(manager).get(reverse("standards")).content.decode()
    for fact in ("评估标准 2022-1", "60 分及以上", "生产安全事故应急条例第八条", "系统默认", "消防法"):
        assert fact in page


def test_the_desk_tells_a_manager_what_is_owed_and_by_when(signed_in, registered, drill, manager):
    cards = {str(card["label"]): card for card in signed_in(manager).get(reverse("desk")).context["cards"]}
    assert (cards["待安排的演练"]["count"], cards["没有现行应急预案"]["count"], cards["本单位场所"]["count"]) == (1, 1, 1)
    assert "2027年5月24日 24:00" in cards["待安排的演练"]["hint"]


def test_the_desk_tells_a_bureau_what_waits_for_it(signed_in, venue, registered, bureau, declaring):
    declaring(title="青山百货二店")
    cards = {str(card["label"]): card["count"] for card in signed_in(bureau).get(reverse("desk")).context["cards"]}
    assert (cards["待核实场所"], cards["待评估场所"]) == (1, 1)
