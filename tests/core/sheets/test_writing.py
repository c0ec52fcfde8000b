import gc
import tracemalloc
from datetime import UTC, date, datetime, time
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.http import StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from governance.privacy.sealing import seal
from governance.sheets.columns import Column
from governance.sheets.writing import sheet_name, stream_xlsx, template_xlsx, write_xlsx
from tests.core.sheets.books import lines, opened

TEXT = [Column("text", "内容")]


def cell(value):
    sheet = opened(stream_xlsx("表", TEXT, [{"text": value}])).worksheets[0]
    return sheet["A2"]


def test_the_download_has_a_chinese_name_and_comes_in_a_stream():
    response = stream_xlsx("投诉清单/2026年11月", TEXT, [])
    assert isinstance(response, StreamingHttpResponse)
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E6%8A%95")
    assert response["Content-Disposition"].endswith(".xlsx")
    assert "/" not in response["Content-Disposition"]


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("诉求清单", 1, "诉求清单"),
        ("诉求清单", 2, "诉求清单（2）"),
        ("一/二:[三]", 1, "一-二--三-"),
        ("字" * 40, 2, "字" * 28 + "（2）"),
        ("", 1, None),
    ],
)
def test_a_sheet_is_called_as_its_list(title, number, name):
    assert sheet_name(title, number=number) == name


def test_the_list_names_its_sheet():
    assert opened(stream_xlsx("诉求_2026-11-23", TEXT, [], title="诉求")).sheetnames == ["诉求"]
    assert opened(stream_xlsx("清单.xlsx", TEXT, [])).sheetnames == ["清单"]


def test_columns_take_attributes_keys_and_computed_values():
    columns = [
        Column("number", "编号"),
        Column("place.name", "地点"),
        Column("late", "逾期", value=lambda row: row.days > 3),
    ]
    row = SimpleNamespace(number="HS-1", place=SimpleNamespace(name="新城区"), days=5)
    assert lines(stream_xlsx("表", columns, [row])) == [["编号", "地点", "逾期"], ["HS-1", "新城区", "是"]]
    assert lines(stream_xlsx("表", TEXT, [{"text": "甲"}])) == [["内容"], ["甲"]]


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://evil")', "+86 138", "-5度", "@SUM(A1)", "\t=1", "＝1+1"])
def test_what_looks_like_a_formula_stays_the_text_it_is(text):
    written = cell(text)
    assert (written.value, written.data_type, written.quotePrefix) == (text, "s", True)


def test_an_address_of_the_web_is_no_link():
    assert cell("http://www.huhhot.gov.cn").hyperlink is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(2026, 11, 23, 6, 5, tzinfo=UTC), datetime(2026, 11, 23, 14, 5)),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), datetime(2027, 1, 1, 0, 0)),
        (date(2026, 11, 23), datetime(2026, 11, 23)),
        (time(9, 30), "09:30"),
        (True, "是"),
        (False, "否"),
        (0, 0),
        (Decimal("12.50"), 12.5),
        (123456789012345678, "123456789012345678"),
        (float("nan"), None),
        (None, None),
        ("", None),
        (_("是"), "是"),
        ("字" * 40000, "字" * 32767),
        ("坏\x07字\n二行", "坏字\n二行"),
    ],
)
def test_values_stand_as_a_clerk_expects_them(value, shown):
    assert cell(value).value == shown


def test_moments_are_shown_as_moments_and_days_as_days():
    assert cell(datetime(2026, 11, 23, tzinfo=UTC)).number_format == "yyyy-mm-dd hh:mm"
    assert cell(date(2026, 11, 23)).number_format == "yyyy-mm-dd"


def test_a_sealed_fact_leaves_the_house_masked():
    assert cell(seal("13800001234", kind="phone")).value == "138****1234"


def test_the_head_stays_in_view_and_columns_are_as_wide_as_needed():
    columns = [Column("a", "甲"), Column("b", "很长的栏目名称"), Column("c", "丙", width=33)]
    sheet = opened(stream_xlsx("表", columns, [{"a": "十个汉字的一段话啊啊", "b": 1, "c": 1}])).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C2")
    assert [round(sheet.column_dimensions[letter].width) for letter in "ABC"] == [21, 17, 34]
    assert sheet["A1"].font.bold


def test_a_full_sheet_is_followed_by_another(monkeypatch):
    monkeypatch.setattr("governance.sheets.writing.ROWS_OF_A_SHEET", 3)
    sheets = opened(stream_xlsx("表", TEXT, ({"text": str(n)} for n in range(7)))).worksheets
    assert [[row[0] for row in sheet.iter_rows(values_only=True)] for sheet in sheets] == [
        ["内容", "0", "1", "2"], ["内容", "3", "4", "5"], ["内容", "6"],
    ]  # fmt: skip


def peak(path, rows):
    """Bytes of Python memory at the highest point of writing."""
    gc.collect()
    tracemalloc.start()
    write_xlsx(path / "表.xlsx", [*TEXT, Column("n", "数")], ({"text": f"第{n}行", "n": n} for n in range(rows)))
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return highest


def test_many_rows_need_no_more_memory_than_few(tmp_path):
    assert peak(tmp_path, 16_000) < peak(tmp_path, 3000) * 1.2


def test_an_error_in_a_row_is_an_error_before_the_download_begins():
    with pytest.raises(KeyError):
        stream_xlsx("表", TEXT, [{"text": 1}, {}])


def test_the_template_marks_what_is_required_and_offers_the_choices():
    columns = [Column("kind", "类别", required=True, choices=("咨询", "求助"), hint="选一项"), Column("note", "备注")]
    book = opened(template_xlsx("模板", columns))
    sheet, explained = book["填写"], book["填写说明"]
    assert [column[0].value for column in sheet.columns] == ["类别*", "备注"]
    assert sheet.data_validations.dataValidation[0].formula1 == "'选项1'!$A$1:$A$2"
    assert [row[1] for row in explained.iter_rows(min_row=2, values_only=True)] == ["必填", "选填"]
    assert book["选项1"].sheet_state == "hidden"
