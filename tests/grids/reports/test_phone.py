"""The worker's page: a press on the kind, a word or a photograph, and sent; ten sendings make one report."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from governance.files.models import Attachment, PendingUpload
from governance.people.enums import Role
from governance.timeline.models import Event
from grids.reports.enums import State
from grids.reports.models import Report
from grids.reports.rules import kinds_in_order, title_of
from tests import actors
from tests.grids import makers

CREATE = reverse("reports_create")
WORDS = "单元门口路灯不亮，夜里看不清台阶。"


def typed(own, **facts):
    return {"kind": "facility", "grid": own.pk, "description": WORDS, "submission": str(uuid4()), "then": "pass_on", **facts}


def photograph():
    picture = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(picture, "JPEG")
    return SimpleUploadedFile("现场.jpg", picture.getvalue(), content_type="image/jpeg")


def test_kind_word_and_one_press_are_enough(signed_in, worker, grid):
    client = signed_in(worker)
    answer = client.post(CREATE, typed(grid), follow=True)
    report = Report.objects.get()
    assert (report.state, report.title, report.grid, report.reporter) == (State.VILLAGE, WORDS.rstrip("。"), grid, worker)
    page = answer.content.decode()
    assert report.number in page


def test_the_own_grid_is_chosen_already(signed_in, worker, grid):
    makers.grid(serial=2)
    page = signed_in(worker).get(CREATE).content.decode()
    assert f'<option value="{grid.pk}" selected>' in page
    assert page.index("我的网格</") < page.index("其他网格") if "我的网格</" in page else 'label="我的网格"' in page


@pytest.mark.parametrize(("then", "state"), [("keep", State.REPORTED), ("", State.REPORTED), ("pass_on", State.VILLAGE)])
def test_the_button_says_what_becomes_of_it(signed_in, worker, grid, then, state):
    signed_in(worker).post(CREATE, typed(grid, then=then))
    assert Report.objects.get().state == state


def test_solved_at_once_is_three_presses(signed_in, worker, grid):
    signed_in(worker).post(CREATE, typed(grid, then="solve", description="空开跳闸，已复位。"))
    report = Report.objects.get()
    assert report.state == State.SOLVED
    assert Event.objects.of(report).get(kind="reports.solve").note == "空开跳闸，已复位。"


def test_solved_with_a_photograph_alone_needs_a_word_on_how(signed_in, worker, grid):
    client, facts = signed_in(worker), typed(grid, then="solve", description="")
    answer = client.post(CREATE, {**facts, "files": photograph()})
    assert answer.status_code == 422
    assert "请写明怎样解决的" in answer.content.decode()
    client.post(CREATE, {**facts, "held": PendingUpload.objects.get().token, "solution": "复位空开，已亮。"})
    assert Report.objects.get().state == State.SOLVED


def test_ten_sendings_make_one_report(signed_in, worker, grid):
    client, facts = signed_in(worker), typed(grid)
    answers = [client.post(CREATE, facts, follow=True) for _ in range(10)]
    assert Report.objects.count() == 1
    assert "没有重复上报" in answers[-1].content.decode()


def test_a_photograph_alone_is_enough_and_kept(signed_in, worker, grid):
    signed_in(worker).post(CREATE, typed(grid, description="", files=photograph()))
    report = Report.objects.get()
    assert report.title == "公共设施"
    assert Attachment.objects.of(report).count() == 1
    assert not PendingUpload.objects.exists()


def test_a_photograph_survives_a_form_that_comes_back(signed_in, worker, grid):
    client, facts = signed_in(worker), typed(grid)
    answer = client.post(CREATE, {**facts, "kind": "", "files": photograph()})
    token = PendingUpload.objects.get().token
    assert token in answer.content.decode()
    client.post(CREATE, {**facts, "held": token})
    assert Attachment.objects.of(Report.objects.get()).count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": ""}, "请点选什么事"),
        ({"kind": "nothing"}, "请点选什么事"),
        ({"description": " "}, "请写一句情况，或拍一张照片"),
        ({"phone": "一二三"}, "电话号码不正确"),
        ({"grid": ""}, ""),
        ({"submission": "x"}, ""),
        ({"files": SimpleUploadedFile("a.exe", b"MZ", content_type="image/jpeg")}, "a.exe"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(signed_in, worker, grid, wrong, said):
    answer = signed_in(worker).post(CREATE, typed(grid, landmark="3号楼北侧", **wrong))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "3号楼北侧" in page
    assert not Report.objects.exists()


def test_no_report_from_the_next_village(signed_in, worker, grid):
    elsewhere = makers.grid(actors.OTHER_VILLAGE)
    assert signed_in(worker).post(CREATE, typed(elsewhere)).status_code == 422


def test_the_kinds_used_last_come_first(signed_in, worker, grid, reporting, at):
    reporting(kind="order")
    assert [kind.code for kind in signed_in(worker).get(CREATE).context["kinds"]][:2] == ["order", "environment"]


def test_what_waits_in_the_own_grids_stands_beside(signed_in, worker, report):
    assert report.number in signed_in(worker).get(CREATE).content.decode()


@pytest.mark.parametrize("role", [Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.AUDITOR])
def test_only_grid_workers_report(signed_in, offices, grid, role):
    assert signed_in(actors.actor(role)).post(CREATE, typed(grid)).status_code == 403


def test_the_order_of_kinds_and_the_title_are_sums():
    assert kinds_in_order(["a", "b", "c"], ["c", "gone", "c"]) == ["c", "a", "b"]
    assert title_of("公共设施", " ") == "公共设施"
    assert title_of("其他", "灯不亮！快来") == "灯不亮"
    assert len(title_of("其他", "长" * 80)) == 28
