import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.reading import SheetRefused, read_rows
from governance.sheets.writing import stream_xlsx, template_xlsx
from tests.core.sheets.books import book, opened

COLUMNS = [
    Column("name", "姓名", required=True),
    Column("phone", "联系电话", parse=parsing.text(most=11)),
    Column("day", "日期", parse=parsing.day()),
]
HEAD = ["姓名*", "联系电话", "日期"]


def rows(*lines, columns=COLUMNS):
    return list(read_rows(book(*lines), columns))


def test_good_rows_come_with_their_values_and_number():
    (row,) = rows(HEAD, ["张三", "13800000000", "2026-11-23"])
    assert row.ok
    assert (row.number, row.values) == (2, {"name": "张三", "phone": "13800000000", "day": date(2026, 11, 23)})


def test_every_bad_cell_is_named_with_row_column_and_reason():
    (row,) = rows(HEAD, ["", "138000000001234", "昨天"])
    assert [str(error) for error in row.errors] == [
        "第 2 行 A 列“姓名”：必填",
        "第 2 行 B 列“联系电话”：最多 11 个字，现有 15 个",
        "第 2 行 C 列“日期”：应为日期，如 2026-11-23",
    ]


def test_good_cells_of_a_bad_row_are_kept():
    (row,) = rows(HEAD, ["张三", "1", "昨天"])
    assert not row.ok
    assert row.values == {"name": "张三", "phone": "1"}


def test_columns_are_found_in_any_order_and_strangers_are_passed_over():
    (row,) = rows(["备注", "日期 ", " 姓名"], ["x", datetime(2026, 11, 23), "张三"])
    assert row.values == {"name": "张三", "day": date(2026, 11, 23)}


def test_empty_rows_are_passed_over_and_numbers_stay_those_of_excel():
    assert [row.number for row in rows(HEAD, [], ["张三"], [None, " ", ""], ["李四"])] == [3, 5]


def test_a_short_row_lacks_what_it_lacks():
    assert rows(HEAD, ["张三"])[0].values == {"name": "张三", "phone": None, "day": None}


def test_a_wrong_size_in_the_file_hides_no_row():
    file = book(HEAD, ["张三", "138"], ["李四", "139"], replace=(b'ref="A1:C3"', b'ref="A1:A2"'))
    assert [row.values["phone"] for row in read_rows(file, COLUMNS)] == ["138", "139"]


def test_a_telephone_typed_as_a_number_stays_a_telephone():
    assert rows(HEAD, ["张三", 13800000000])[0].values["phone"] == "13800000000"


def test_a_broken_formula_is_named():
    (row,) = rows(HEAD, ["#REF!"])
    assert row.errors[0].reason == "公式有误，请改填数值"


def test_a_missing_column_is_named():
    with pytest.raises(SheetRefused, match="缺少栏目：姓名"):
        rows(["名字"], ["张三"])


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old excel"])
def test_what_is_no_excel_file_is_refused_politely(content):
    with pytest.raises(SheetRefused, match="不是可以读取的 Excel"):
        list(read_rows(io.BytesIO(content), COLUMNS))


def test_a_workbook_broken_inside_is_refused_politely():
    whole = book(HEAD, *[["张三"]] * 500).getvalue()
    with pytest.raises(SheetRefused, match="不是可以读取的 Excel"):
        list(read_rows(io.BytesIO(whole[:200] + bytes(40) + whole[240:]), COLUMNS))


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr("governance.sheets.reading.MOST_ROWS", 3)
    with pytest.raises(SheetRefused, match="超过 3 行"):
        rows(HEAD, *[["张三"]] * 4)
    assert len(rows(HEAD, *[["张三"]] * 3)) == 3


@pytest.mark.parametrize("limit", ["MOST_BYTES", "_MOST_UNPACKED"])
def test_too_large_a_file_is_refused(monkeypatch, limit):
    monkeypatch.setattr(f"governance.sheets.reading.{limit}", 1000)
    with pytest.raises(SheetRefused, match="过大"):
        rows(HEAD)


def test_what_was_written_can_be_read_again():
    written = stream_xlsx("表", COLUMNS, [{"name": "=张三", "phone": "138", "day": date(2026, 11, 23)}])
    upload = SimpleUploadedFile("表.xlsx", b"".join(written.streaming_content))
    (row,) = read_rows(upload, COLUMNS)
    assert row.values == {"name": "=张三", "phone": "138", "day": date(2026, 11, 23)}


def test_the_filled_template_can_be_read():
    workbook = opened(template_xlsx("模板", COLUMNS))
    workbook["填写"].append(["张三", "138", "2026年11月23日"])
    out = io.BytesIO()
    workbook.save(out)
    assert [row.values["day"] for row in read_rows(out, COLUMNS)] == [date(2026, 11, 23)]


@pytest.mark.parametrize(
    "written", ["2026-11-23", "2026/11/23", "2026.11.23", "2026年11月23日", "2026 - 11 - 23", datetime(2026, 11, 23, 9)]
)
def test_a_day_may_be_written_in_many_ways(written):
    assert parsing.day()(written) == date(2026, 11, 23)


@pytest.mark.parametrize("written", ["2026-11-23 14:05", "2026年11月23日 14：05", "2026-11-23T14:05:00", datetime(2026, 11, 23, 14, 5)])
def test_a_moment_is_one_of_the_citys_clock(written):
    assert parsing.moment()(written) == datetime(2026, 11, 23, 6, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (parsing.whole(), "1,234", 1234),
        (parsing.whole(), 3.0, 3),
        (parsing.decimal(), " 3.50 ", Decimal("3.50")),
        (parsing.moment(), "2026-11-23", datetime(2026, 11, 22, 16, tzinfo=UTC)),
        (parsing.yes_no(), "是", True),
        (parsing.yes_no(), False, False),
        (parsing.choice({"咨询": "ask"}), " 咨询 ", "ask"),
        (parsing.text(), datetime(2026, 11, 23), "2026-11-23"),
    ],
)
def test_cells_become_values(parse, cell, value):
    assert parse(cell) == value


@pytest.mark.parametrize(
    ("parse", "cell", "reason"),
    [
        (parsing.whole(), "3.5", "应为整数"),
        (parsing.whole(least=1), 0, "不能小于 1"),
        (parsing.decimal(most=10), "10.01", "不能大于 10"),
        (parsing.decimal(), "NaN", "应为数字"),
        (parsing.decimal(), "三", "应为数字"),
        (parsing.day(), "2026-02-30", "应为日期"),
        (parsing.moment(), "2026-11-23 25:00", "应为时间"),
        (parsing.yes_no(), "也许", "应填“是”或“否”"),
        (parsing.choice({"咨询": "ask", "求助": "help"}), "投诉", "“投诉”不在可选范围内：咨询、求助"),
    ],
)
def test_what_does_not_fit_is_said_in_chinese(parse, cell, reason):
    with pytest.raises(ValueError, match=reason):
        parse(cell)
