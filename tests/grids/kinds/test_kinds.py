"""The kinds of grid reports: changed by the city, every change recorded, into use only while their duty is on the list (Art. 49)."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.people.enums import Role
from grids.admission.models import Duty
from grids.kinds import services
from grids.kinds.rules import asks_of_a_person, question_words, with_codes
from grids.reports.models import KindChange, ReportKind
from tests import actors
from tests.grids.walking import walk

LIST, CREATE = reverse("kinds_list"), reverse("kinds_create")


@pytest.fixture
def keeper(offices):
    return actors.actor(Role.CENTRE_OFFICER, actors.CITY)


def kind(code="facility"):
    return ReportKind.objects.get(code=code)


def typed(one, *questions, **facts):
    """What the form sends for a kind and its questions."""
    own = {
        "label": one.label, "hint": one.hint, "duty": one.duty_id or "", "trade": "", "hands_to": "", "complaint_category": "",
        "dispute_kind": "", "order": one.order,
    }  # fmt: skip
    rows = {"ask-TOTAL_FORMS": len(questions), "ask-INITIAL_FORMS": 0}
    for number, question in enumerate(questions):
        row = {"code": "", "label": "", "asked": "text", "options": "", "hint": "", **question}
        rows |= {f"ask-{number}-{name}": value for name, value in row.items()}
    return {**own, **rows, **facts}


def edit(code="facility"):
    return reverse("kinds_edit", args=[code])


def test_the_city_changes_a_kind_and_who_did_what_is_kept(signed_in, keeper):
    question = {"label": "几处损坏", "asked": "number", "hint": "估计即可"}
    assert signed_in(keeper).post(edit(), typed(kind(), question, label="市政设施")).status_code == 302
    changed = kind()
    assert (changed.label, [one["label"] for one in changed.questions]) == ("市政设施", ["几处损坏"])
    assert changed.questions[0]["code"] == "q1"
    told = KindChange.objects.get(kind=changed)
    assert (told.by, "名称" in told.label, "另问几项" in told.label) == (keeper, True, True)
    assert told.label in signed_in(keeper).get(edit()).content.decode()


def test_the_texts_of_a_kind_are_offered_to_who_answers(signed_in, keeper, report, stations, at):
    signed_in(keeper).post(edit(), typed(kind(), replies="已修复，恢复照明。\n已转（填写：单位）。"))
    assert kind().replies == ["已修复，恢复照明。", "已转（填写：单位）。"]
    assert "答复范本" in KindChange.objects.get().label
    passed = walk(report, stations, at, until="pass_to_village")
    page = signed_in(stations["village"]).get(reverse("reports_take_step", args=[passed.number, "answer"])).content.decode()
    assert "<mark>（填写：单位）</mark>" in page


def test_a_new_kind_is_not_in_use_until_it_is_switched_on(signed_in, keeper):
    client, duty = signed_in(keeper), Duty.objects.get(code="matters")
    client.post(CREATE, typed(ReportKind(), label="树木倒伏", duty=duty.pk, order=20))
    made = ReportKind.objects.get(label="树木倒伏")
    assert (made.active, made.duty) == (False, duty)
    client.post(reverse("kinds_switch", args=[made.code]), {"on": "1"})
    assert ReportKind.objects.get(pk=made.pk).active
    assert [*made.changes.order_by("pk").values_list("label", flat=True)] == ["新增类型“树木倒伏”", "启用"]


def test_a_kind_whose_duty_left_the_list_is_not_taken_into_use(signed_in, keeper):
    ReportKind.objects.filter(code="facility").update(active=False)
    Duty.objects.filter(code="matters").update(in_force_until=date(2023, 1, 1))
    answer = signed_in(keeper).post(reverse("kinds_switch", args=["facility"]), {"on": "1"}, follow=True)
    assert "不在网格职责事项清单上" in answer.content.decode()
    assert not kind().active
    ReportKind.objects.filter(code="facility").update(duty=None)
    answer = signed_in(keeper).post(reverse("kinds_switch", args=["facility"]), {"on": "1"}, follow=True)
    assert "没有对应的职责事项" in answer.content.decode()


def test_what_leaves_the_list_takes_its_kinds_out_of_use(db, at):
    admission = SimpleNamespace(duty=Duty.objects.get(code="matters"))
    services.take_out_of_use(admission, SimpleNamespace(by="system", at=at))
    assert not ReportKind.objects.in_use().filter(duty=admission.duty).exists()
    assert KindChange.objects.filter(by=None, label__contains="退出清单").count() == ReportKind.objects.filter(duty=admission.duty).count()


def test_only_what_stands_on_the_list_there_is_offered(db):
    day = timezone.localdate()
    assert ReportKind.objects.offered(actors.VILLAGE, day=day).count() == ReportKind.objects.in_use().count()
    Duty.objects.filter(code="matters").update(place=actors.place(actors.OTHER_COUNTY))
    assert not ReportKind.objects.offered(actors.VILLAGE, day=day).filter(duty__code="matters").exists()
    Duty.objects.update(place=None, in_force_until=day)
    assert not ReportKind.objects.offered(actors.VILLAGE, day=day).exists()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"label": "当事人民族"}, "只问事情，不问个人"),
        ({"label": "身份证号"}, "只问事情，不问个人"),
        ({"label": "哪一类", "asked": "choice", "options": "一样"}, "至少写两个选项"),
        ({"label": "长" * 41}, "40"),
    ],
)
def test_a_wrong_question_is_told_and_nothing_is_lost(signed_in, keeper, question, said):
    answer = signed_in(keeper).post(edit(), typed(kind(), question, hint="写了一句提示"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "写了一句提示" in page
    assert not KindChange.objects.exists()


def test_a_question_that_is_emptied_is_none_any_more(signed_in, keeper):
    before = kind().questions
    signed_in(keeper).post(edit(), typed(kind(), before[0] | {"options": "路灯\n井盖"}, {"label": ""}))
    assert [(one["label"], one["code"], one["options"]) for one in kind().questions] == [("什么设施", "q1", ["路灯", "井盖"])]


def test_who_was_second_does_not_overwrite(signed_in, keeper):
    client = signed_in(keeper)
    opened = client.get(edit()).context["form"]["opened_with"].value()
    ReportKind.objects.filter(code="facility").update(label="别人改的")
    answer = client.post(edit(), typed(kind(), label="我改的", opened_with=opened))
    assert answer.status_code == 422
    assert "别人改的" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.CENTRE_OFFICER, Role.TOWNSHIP_CLERK, Role.GRID_WORKER])
def test_below_the_city_nobody_changes_a_kind(signed_in, offices, role):
    client = signed_in(actors.actor(role))
    assert client.get(edit()).status_code == 403
    assert client.post(reverse("kinds_switch", args=["facility"]), {"off": "1"}).status_code == 403
    assert kind().active


def test_the_list_says_what_is_on_and_what_it_asks(signed_in, keeper):
    page = signed_in(keeper).get(LIST).content.decode()
    assert "什么设施" in page
    assert "现场解决须传处置后照片" in page


def test_an_unknown_kind_is_not_found(signed_in, keeper):
    assert signed_in(keeper).get(edit("nothing")).status_code == 404


def test_the_sums():
    assert asks_of_a_person("涉及户数") is False
    assert question_words([{"label": "甲", "options": ["一", "二"]}, {"label": "乙", "options": []}]) == "甲（一、二）；乙"
    assert [one["code"] for one in with_codes([{"code": ""}] * 3)] == ["q1", "q2", "q3"]


def test_a_kind_in_use_keeps_a_duty_of_the_list(signed_in, keeper):
    gone = Duty.objects.get(code="matters")
    Duty.objects.filter(pk=gone.pk).update(in_force_until=timezone.localdate() - timedelta(days=1))
    answer = signed_in(keeper).post(edit(), typed(kind()))
    assert answer.status_code == 422
    assert "已不在清单上" in answer.content.decode()
