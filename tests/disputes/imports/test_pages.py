"""The pages: upload, dry run, taking, and who may see what."""

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.complaints.models import Complaint
from disputes.imports.enums import State
from disputes.imports.models import Import
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors
from tests.disputes.imports.sheets import heads, row, workbook

LIST = reverse("imports_list")


def address(name, sheet):
    return reverse(f"imports_{name}", args=[sheet.pk])


def test_upload_check_and_take(signed_in, operator):
    client = signed_in(operator)
    page = client.post(LIST, {"file": workbook(row("1"), row("2", 联系电话="12"))}, follow=True).content.decode()
    sheet = Import.objects.get()
    assert "导入 1 件" in page
    assert "第 3 行" in page
    assert "电话号码不正确" in page
    assert not Complaint.objects.exists()
    page = client.post(address("take", sheet), follow=True).content.decode()
    assert "已导入 1 件。" in page
    assert Complaint.objects.get().received_by == operator.acting_post.office


def test_taking_twice_takes_once(signed_in, operator, checked):
    sheet, client = checked(row()), signed_in(operator)
    client.post(address("take", sheet)), client.post(address("take", sheet))
    assert Complaint.objects.count() == 1


def test_a_big_sheet_goes_behind_the_page_and_tells_how_far_it_is(signed_in, operator, monkeypatch):
    monkeypatch.setattr("disputes.imports.views.FEW_BYTES", 1)
    client = signed_in(operator)
    client.post(LIST, {"file": workbook(row())})
    sheet = Import.objects.get()
    part = client.get(sheet.get_absolute_url(), HTTP_HX_REQUEST="true").content.decode()
    assert sheet.state == State.CHECKING
    assert 'hx-trigger="every 2s"' in part
    assert "<html" not in part


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("来件.docx", b"%PDF-1.4\0", "类型不能上传"),
        ("来件.xls", b"\xd0\xcf\x11\xe0\0\0", "类型不能上传"),
        ("来件.csv", b"", "空文件"),
        ("来件.xlsx", "来件单位,原编号".encode(), "不是 Excel 文件"),
        ("来件.xlsx", b"PK\x03\x04broken", "不是 Excel 文件"),
        ("页面.csv", b"<html>", "类型不能上传"),
    ],
)
def test_what_is_no_table_is_refused_beside_the_field(signed_in, operator, name, content, said):
    answer = signed_in(operator).post(LIST, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Import.objects.exists()


def test_a_sheet_that_cannot_be_read_keeps_its_name_and_offers_another_try(signed_in, operator):
    page = signed_in(operator).post(LIST, {"file": SimpleUploadedFile("名单.txt", "甲,乙".encode())}, follow=True).content.decode()
    assert "名单.txt" in page
    assert "名单.csv" not in page
    assert "缺少栏目" in page
    assert "重新上传" in page


def test_the_people_are_texted_where_the_clerk_ticks_the_box(signed_in, operator, checked):
    sheet, other = checked(row("1")), checked(row("2"))
    assert "给反映人发送受理短信" in signed_in(operator).get(sheet.get_absolute_url()).content.decode()
    signed_in(operator).post(address("take", sheet)), signed_in(operator).post(address("take", other), {"sms": "on"})
    assert [Import.objects.get(pk=one.pk).sms for one in (sheet, other)] == [False, True]
    assert Notice.objects.get(channel="sms").case_number == Complaint.objects.get(external_number="2").number


def test_the_template_can_be_filled_in_and_taken(signed_in, operator):
    answer = signed_in(operator).get(reverse("imports_template"))
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    assert [cell.value.rstrip("*") for cell in book["填写"][1]] == heads()
    assert len(book["填写"].data_validations.dataValidation) == 6
    assert book["填写说明"].max_row == len(heads()) + 1
    book["填写"].append([row().get(label) for label in heads()])
    filled = BytesIO()
    book.save(filled)
    page = signed_in(operator).post(LIST, {"file": SimpleUploadedFile("来件.xlsx", filled.getvalue())}, follow=True)
    assert "导入 1 件" in page.content.decode()


def test_numbers_and_codes_are_handed_out_for_a_purpose(signed_in, operator, taken):
    sheet, client = taken(row("1")), signed_in(operator)
    assert client.post(address("results", sheet), {"purpose": ""}).status_code == 422
    answer = client.post(address("results", sheet), {"purpose": "contact"})
    line = list(openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)[1]
    assert line[2:5] == ("1", "已导入", Complaint.objects.get().number)
    assert len(line[5]) == 6
    assert "no-store" in answer["Cache-Control"]


def test_errors_come_as_excel(signed_in, operator, checked):
    answer = signed_in(operator).get(address("faults", checked(row(联系电话="12"))))
    assert list(openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)[1][:3] == (2, "L", "联系电话")


def test_only_the_own_office_opens_file_and_codes(signed_in, operator, checked):
    clerk, centre = actors.actor(Role.TOWNSHIP_CLERK), actors.actor(Role.CENTRE_OFFICER)
    sheet = checked(row(), by=clerk)
    for name in ("original", "results"):
        assert signed_in(centre).get(address(name, sheet))["Location"] == sheet.get_absolute_url()
    signed_in(centre).post(address("take", sheet))
    assert not Complaint.objects.exists()
    assert b"".join(signed_in(clerk).get(address("original", sheet)).streaming_content)[:2] == b"PK"


def test_who_sees_a_sheet(signed_in, checked):
    clerk = actors.actor(Role.TOWNSHIP_CLERK)
    sheet = checked(row(), by=clerk)
    stranger = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    seen = {who: signed_in(who).get(sheet.get_absolute_url()).status_code for who in (clerk, actors.actor(Role.CENTRE_OFFICER), stranger)}
    assert list(seen.values()) == [200, 200, 404]
    assert sheet.name not in signed_in(stranger).get(LIST).content.decode()


def test_the_list_asks_the_same_for_one_and_for_ten(signed_in, operator, checked):
    client, counts = signed_in(operator), []
    for rows in (1, 9):
        for _ in range(rows):
            checked(row())
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]
