"""`manage.py mediation_file`: the whole file, or what is missing."""

import pytest
from django.core.management import CommandError, call_command

from governance.privacy.models import Opening
from tests.core.papers.test_binding import texts
from tests.disputes.mediation.conftest import in_the_file


def test_what_is_missing_is_named(agreed, tmp_path):
    with pytest.raises(CommandError, match="卷宗缺：.*调解协议书.*封底") as refused:
        call_command("mediation_file", agreed.number, out=tmp_path / "file.pdf")
    assert refused.value.returncode == 1
    assert not (tmp_path / "file.pdf").exists()
    with pytest.raises(CommandError, match="没有编号为 X"):
        call_command("mediation_file", "X", out=tmp_path / "file.pdf")


def test_the_file_is_written_and_its_openings_recorded(agreed, mediator, at, tmp_path, capsys):
    in_the_file(agreed, mediator, at)
    before = Opening.objects.count()
    call_command("mediation_file", agreed.number, out=tmp_path / "file.pdf")
    pages = texts((tmp_path / "file.pdf").read_bytes())
    assert "张三" in pages[0]
    made = Opening.objects.order_by("pk")[before:]
    assert {(one.by, one.purpose, one.case_number) for one in made} == {(None, "bind", agreed.number)}


def test_where_it_cannot_be_written_nothing_counts_as_opened(agreed, mediator, at, tmp_path):
    in_the_file(agreed, mediator, at)
    before = Opening.objects.count()
    with pytest.raises(CommandError, match="无法写入"):
        call_command("mediation_file", agreed.number, out=tmp_path / "none" / "file.pdf")
    assert Opening.objects.count() == before
