"""What clerks really send: CSV of any programme, formulas, merged cells, dates in every notation."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from governance.sheets import parsing
from governance.sheets.columns import Column
from governance.sheets.csv_files import stream_csv
from governance.sheets.reading import SheetRefused, read_table
from tests.core.sheets.books import book

COLUMNS = [Column("name", "姓名", required=True), Column("note", "备注"), Column("at", "时间", parse=parsing.moment())]
HEAD = ["姓名*", "备注", "时间"]
TEXT = '姓名,备注,时间\r\n张三,"两行\n字",2026-11-23 14:05\r\n\r\n李四,,\r\n'
FIVE_PAST_TWO = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)


def rows(file, columns=COLUMNS):
    return list(read_table(file, columns))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_read_in_every_usual_encoding(encoding):
    first, second = rows(io.BytesIO(TEXT.encode(encoding)))
    assert first.values == {"name": "张三", "note": "两行\n字", "at": FIVE_PAST_TWO}
    assert (second.number, second.values["name"]) == (4, "李四")


@pytest.mark.parametrize("separator", [";", "\t"])
def test_the_separator_is_found(separator):
    assert rows(io.BytesIO(f"姓名{separator}备注\n张三{separator}好".encode()))[0].values["note"] == "好"


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0old excel", b"%PDF-1.4\0\0", bytes(range(256)), b""])
def test_what_is_no_table_is_refused_with_a_sentence(content):
    with pytest.raises(SheetRefused):
        rows(io.BytesIO(content))


def test_a_formula_is_named_and_never_computed():
    (row,) = rows(book(HEAD, ["=1+1", '=HYPERLINK("http://x")', None]))
    assert [str(error) for error in row.errors] == [
        "第 2 行 A 列“姓名”：是公式，请复制后选择性粘贴为数值",
        "第 2 行 B 列“备注”：是公式，请复制后选择性粘贴为数值",
    ]


def test_every_row_of_a_merged_area_is_named():
    workbook = openpyxl.Workbook()
    for line in (HEAD, ["张三", "同一件", None], ["李四", None, None], ["王五", "好", None]):
        workbook.active.append(line)
    workbook.active.merge_cells("B2:B3")
    out = io.BytesIO()
    workbook.save(out)
    assert [[error.letter for error in row.errors] for row in rows(out)] == [["B"], ["B"], []]


def test_a_book_of_1904_means_the_day_it_shows():
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active.append(HEAD)
    workbook.active.append(["张三", None, datetime(2026, 11, 23, 14, 5)])
    workbook.active.append(["李四", None, 44887])  # the same day, its cell without a format
    out = io.BytesIO()
    workbook.save(out)
    assert [row.values["at"].astimezone(UTC).date() for row in rows(out)] == [date(2026, 11, 23), date(2026, 11, 22)]


@pytest.mark.parametrize(
    "written",
    ["2026-11-23 14:05", "2026年11月23日14时05分", "2026/11/23 下午2:05", "2026.11.23 14点05", "20261123 14:05", 46349.586805555555],
)
def test_a_moment_in_any_notation(written):
    assert parsing.moment()(written) == FIVE_PAST_TWO


@pytest.mark.parametrize("written", [46349, "20261123", "2026年11月23日"])
def test_a_day_in_any_notation(written):
    assert parsing.day()(written) == date(2026, 11, 23)


def test_csv_out_is_read_by_excel_and_runs_nothing():
    columns = [Column("text", "内容"), Column("n", "数")]
    found = b"".join(stream_csv("清单", columns, [{"text": "=cmd()", "n": -5}, {"text": FIVE_PAST_TWO, "n": None}]))
    assert found.decode("utf-8-sig").splitlines() == ["内容,数", "'=cmd(),-5", "2026-11-23 14:05,"]
    assert found.startswith(b"\xef\xbb\xbf")


def test_csv_out_leaves_row_by_row():
    answer = stream_csv("清单", [Column("text", "内容")], ({"text": 1 / 0} for _ in range(1)))
    assert next(iter(answer.streaming_content)).decode("utf-8-sig") == "内容\r\n"
