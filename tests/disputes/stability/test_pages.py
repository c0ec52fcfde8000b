"""Pages of assessments: every page once, wrong input, the report, and what the register costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.stability.data.load import load_standards
from disputes.stability.models import HearingMethod, RiskMatrix, StabilityAssessment
from governance.people.enums import Role
from tests import actors
from tests.disputes.stability.cast import DAY, filed, gathered, opened, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return gathered()


def text(answer):
    return answer.content.decode()


def typed(cast, **facts):
    return {
        "submission": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
        "title": "道路改造", "kind": cast.kind, "decider": cast.first.acting_post.office.name, "content": "改造两条道路。",
        "affected": "两个社区。", "decide_on": f"{timezone.localdate() + 60 * DAY}", **facts,
    }  # fmt: skip


@pytest.fixture
def project(cast):
    cast.kind = opened(cast, timezone.now()).kind_id
    return typed(cast)


def test_a_bureau_registers_a_project_once(signed_in, cast, project):
    client = signed_in(cast.first)
    places = {client.post(reverse("stability_create"), project).headers["Location"] for _time in range(2)}
    case = StabilityAssessment.objects.get(title="道路改造")
    assert (places, case.place.code, case.assessor) == ({case.get_absolute_url()}, actors.TOWNSHIP, cast.first.acting_post.office)


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"decide_on": "2020-01-01"}, {"decider": "没有的单位"}, {"affected": "张某 13800000000"}, {"kind": ""}]
)
def test_a_wrong_one_keeps_what_was_typed(signed_in, cast, project, wrong):
    answer = signed_in(cast.first).post(reverse("stability_create"), project | wrong)
    assert (answer.status_code, StabilityAssessment.objects.filter(title="道路改造").count()) == (422, 0)
    assert "改造两条道路。" in text(answer)


def test_who_must_name_an_office_is_not_told_to_leave_it_out(signed_in, cast, project):
    answer = signed_in(cast.first).post(reverse("stability_create"), project | {"decider": "没有的单位"})
    assert answer.context["form"].errors["decider"] == ["没有找到这个单位，请填写单位的全称或简称。"]


def test_more_opinions_than_people_are_told_next_to_the_field(signed_in, cast, at):
    case = opened(cast, at)
    counts = {"people": "10", "in_favour": "8", "conditional": "2", "against": "1"}
    given = {"version": case.version, "method": HearingMethod.objects.first().pk, "held_on": f"{timezone.localdate()}", "reach": "社区"}
    url = reverse("stability_take_step", args=[case.number, "collect"])
    answer = signed_in(cast.first).post(url, {**given, **counts, "note": "要点。"})
    assert (answer.status_code, "合计不能超过参加人数" in text(answer)) == (422, True)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_report_is_printed_as_word_and_pdf(signed_in, cast, at, form):
    case = filed(cast, at)
    answer = signed_in(cast.chief).get(reverse("stability_paper", args=[case.number, form]))
    assert answer.content[:4] == (b"%PDF" if form == "pdf" else b"PK\x03\x04")


def test_the_page_tells_counts_risks_and_measures(signed_in, cast, at):
    page = text(signed_in(cast.chief).get(filed(cast, at).get_absolute_url()))
    assert all(word in page for word in ("问卷调查", "施工扰民", "分段施工", "低风险", "附条件实施", "决策前"))


def test_the_scale_is_read_by_all_who_assess(signed_in, cast):
    page = text(signed_in(cast.first).get(reverse("stability_standards")))
    assert all(word in page for word in ("2022-1", "听证会", "重大工程建设项目", "几乎肯定发生"))


def test_another_version_follows_and_those_that_began_keep_theirs(signed_in, cast, at):
    case, keeper = opened(cast, at), actors.actor(Role.LEADING_OFFICE, actors.CITY)
    url, typed = reverse("stability_standard_create"), {"medium_from": 4, "high_from": 10, "source": "市平安办调整"}
    assert signed_in(keeper).post(url, {**typed, "high_from": 4}).status_code == 422
    signed_in(keeper).post(url, typed)
    made = RiskMatrix.objects.in_force(timezone.now())
    assert (made.medium_from, made.steps.count(), case.matrix.medium_from) == (4, 10, 5)
    assert signed_in(cast.chief).get(url).status_code in {403, 404}


def test_the_lists_are_loaded_once(db):
    assert set(load_standards().values()) == {0}


@pytest.mark.parametrize(("person", "word"), [("chief", "稳评待备案"), ("second", "稳评进行中")])
def test_the_desk_counts_what_waits(signed_in, cast, at, person, word):
    submitted(cast, at)
    opened(cast, at)
    assert word in text(signed_in(getattr(cast, person)).get(reverse("desk")))


def test_the_register_is_filtered_by_kind_and_level(signed_in, cast, at):
    filed(cast, at)
    client = signed_in(cast.chief)
    assert "道路改造工程" in text(client.get(reverse("stability_list"), {"kind": "construction", "level": "low", "state": "all"}))
    assert "道路改造工程" not in text(client.get(reverse("stability_list"), {"kind": "pricing", "state": "all"}))


def test_the_register_costs_the_same_for_one_and_for_ten(signed_in, cast, at):
    client, costs = signed_in(cast.chief), []
    for count in (1, 9):
        for _number in range(count):
            opened(cast, at)
        client.get(reverse("stability_list"))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("stability_list"))
        costs.append(len(caught))
    assert costs[0] == costs[1]


def test_the_register_is_exported(signed_in, cast, at):
    filed(cast, at)
    answer = signed_in(cast.chief).get(reverse("stability_export"), {"state": "all", "format": "csv"})
    assert "附条件实施" in b"".join(answer.streaming_content).decode("utf-8-sig")
