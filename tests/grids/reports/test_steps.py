"""The steps through the pages: with htmx and without, with photographs, refused with words."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from governance.files.models import Attachment
from governance.flow import engine
from grids.reports.enums import State
from grids.reports.models import Report
from tests.grids.walking import answered, walk

HTMX = {"HTTP_HX_REQUEST": "true"}
NO_CHANGE = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
ORDINARY = (
    ("pass_to_village", "worker", {}), ("sign", "village", {}), ("pass_to_township", "village", {"note": "社区难以解决。"}),
    ("sign", "township", {}), ("pass_to_department", "township", {"note": "属行业主管。", "office": True}), ("sign", "department", {}),
    ("progress", "department", {"note": "配件已到。"}), ("answer", "department", {"note": "已更换灯头。"}), ("confirm", "worker", {}),
)  # fmt: skip


def step_url(report, name):
    return reverse("reports_take_step", args=[report.number, name])


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_ordinary_way_can_be_walked(signed_in, report, stations, headers):
    for name, who, given in ORDINARY:
        client = signed_in(stations[who])
        assert client.get(step_url(report, name), **headers).status_code == 200, name
        facts = {**given, **({"office": stations["department"].acting_post.office.pk} if "office" in given else {})}
        answer = client.post(step_url(report, name), facts, **headers)
        assert answer.status_code == (200 if headers else 302), name
    assert Report.objects.get().state == State.CONFIRMED


def test_after_an_htmx_step_the_panel_equals_a_fresh_page(signed_in, report, worker):
    client = signed_in(worker)
    swapped = client.post(step_url(report, "pass_to_village"), {}, **HTMX).content.decode()
    fresh = client.get(report.get_absolute_url()).content.decode()
    panel = swapped[swapped.index('<div class="two-thirds">') :].strip()
    assert NO_CHANGE.sub("", panel) in NO_CHANGE.sub("", fresh)


def test_photographs_of_the_result_stand_with_the_report(signed_in, report, worker):
    picture = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(picture, "JPEG")
    photo = SimpleUploadedFile("处置后.jpg", picture.getvalue(), content_type="image/jpeg")
    signed_in(worker).post(step_url(report, "solve"), {"note": "已亮。", "photos": photo})
    assert Attachment.objects.of(report).get().kind == "proof"


def test_a_missing_reason_is_told_beside_the_field(signed_in, report, stations, at):
    passed = walk(report, stations, at, until="pass_to_village")
    answer = signed_in(stations["village"]).post(step_url(passed, "pass_to_township"), {"note": ""})
    assert answer.status_code == 422
    assert "请填写转办理由" in answer.content.decode()


def test_a_department_out_of_reach_is_no_choice(signed_in, report, stations, at):
    passed = walk(report, stations, at, until="pass_to_township")
    answer = signed_in(stations["township"]).post(step_url(passed, "pass_to_department"), {"note": "转办", "office": "999999"})
    assert answer.status_code == 422
    assert Report.objects.get().state == State.TOWNSHIP


def test_the_second_answer_is_not_sent_back(signed_in, report, stations, at):
    passed = walk(report, stations, at, until="pass_to_village")
    back = answered(passed, stations["village"], at + timedelta(hours=1))
    again = engine.take(back, "send_back_to_village", by=stations["worker"], at=at + timedelta(hours=2), note="没修好。")
    answered(again, stations["village"], at + timedelta(hours=3))
    steps = signed_in(stations["worker"]).get(report.get_absolute_url()).context["steps"]
    assert [step["name"] for step in steps] == ["confirm"]


def test_a_department_s_page_offers_no_link_it_may_not_open(signed_in, report, stations, at):
    passed = walk(report, stations, at, until="pass_to_department")
    page = signed_in(stations["department"]).get(passed.get_absolute_url()).content.decode()
    assert report.grid.name in page
    assert reverse("mesh_detail", args=[report.grid.code]) not in page
