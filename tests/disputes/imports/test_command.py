"""The same for scripts: counts and errors as JSON."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from disputes.complaints.models import Complaint
from disputes.imports.models import Import
from governance.notices.models import Notice
from tests.disputes.imports.sheets import row, workbook


@pytest.fixture
def file(offices, tmp_path):
    def write(*rows):
        path = tmp_path / "来件.xlsx"
        path.write_bytes(workbook(*rows).read())
        return path

    return write


def told(*args):
    out = StringIO()
    call_command("import_complaints", *args, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_a_dry_run_writes_nothing(file):
    found = told(file(row("1"), row("2", 联系电话="12")), "--dry-run")
    assert (found["rows"], found["good"], found["bad"], found["taken"]) == (2, 1, 1, 0)
    reason = "电话号码不正确，请填写手机号或带区号的固定电话"
    assert found["errors"] == [{"row": 3, "column": "L", "label": "联系电话", "reason": reason}]
    assert not Complaint.objects.exists()
    assert not Import.objects.exists()


def test_it_takes_what_is_fit_and_knows_it_the_next_time(file):
    path = file(row("1"), row("2", 联系电话="12"))
    first, second = told(path), told(path)
    assert [first[name] for name in ("taken", "known", "bad")] == [1, 0, 1]
    assert [second[name] for name in ("taken", "known", "bad")] == [0, 1, 1]
    assert Complaint.objects.get().received_by.type == "hotline"


@pytest.mark.parametrize("sms", [False, True])
def test_people_are_texted_where_it_is_asked_for(file, sms):
    told(file(row("1")), *(["--sms"] if sms else []))
    assert Notice.objects.filter(channel="sms").count() == sms


def test_a_dry_run_knows_what_only_calls_itself_excel(offices, tmp_path):
    fake = tmp_path / "x.xlsx"
    fake.write_text("来件单位,原编号")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("import_complaints", fake, "--dry-run", "--json", stdout=out)
    assert "不是 Excel 文件" in json.loads(out.getvalue())["refused"]


def test_nothing_to_take_is_a_failure(file, tmp_path):
    with pytest.raises(CommandError):
        told(file(row(联系电话="12")))
    broken = tmp_path / "x.xlsx"
    broken.write_bytes(b"PK\x03\x04broken")
    with pytest.raises(CommandError):
        told(broken, "--dry-run")


def test_it_acts_within_a_person_s_reach(file, clerk):
    assert told(file(row("1")), "--user", clerk.username)["taken"] == 1
    assert Complaint.objects.get().received_by == clerk.acting_post.office
