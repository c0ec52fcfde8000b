"""Excel and CSV files in: every row that can be read, and for every cell that cannot, where it is and why."""

import csv
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import InvalidFileException

from governance.sheets.csv_files import NotText, read_lines
from governance.sheets.merged import TooManyMerged, covers, merged_areas

MOST_ROWS = 20_000
MOST_BYTES = 20 * 1024 * 1024
_MOST_UNPACKED = 200 * 1024 * 1024  # bytes of all parts of the file
_MOST_COLUMNS = 200
_DAYS_TO_1904 = 1462  # a book of the old Macintosh counts its days from 1904
_FORMULA = object()
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_EXCEL_ERRORS = {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    SyntaxError,  # broken XML
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
)


class SheetRefused(ValidationError):
    """The file as a whole cannot be read; a Chinese sentence says why."""


@dataclass(frozen=True)
class CellError:
    """A cell that does not fit: row and column as Excel shows them (1, "C"), the column's label, the reason."""

    row: int
    letter: str
    label: str
    reason: str

    def __str__(self):
        place = _("第 %(row)s 行 %(letter)s 列“%(label)s”：%(reason)s")
        return str(place % {"row": self.row, "letter": self.letter, "label": self.label, "reason": self.reason})


@dataclass(frozen=True)
class Row:
    """One filled row: `number` as Excel counts, `values` by column name (only those that fit), `errors`."""

    number: int
    values: Mapping
    errors: tuple[CellError, ...] = ()
    places: Mapping = field(default_factory=dict)  # column name → (letter, label)

    def fault(self, name, reason):
        """An error of a column that shows only beside the others."""
        letter, label = self.places.get(name, ("?", name))
        return CellError(self.number, letter, label, str(reason))

    @property
    def unread(self):
        """The columns whose cells could not be read."""
        letters = {error.letter for error in self.errors}
        return {name for name, (letter, _label) in self.places.items() if letter in letters}

    @property
    def ok(self):
        return not self.errors


def read_rows(file, columns):
    """Iterate over the filled rows of the first sheet; columns are found by their label, in any order.

    Raises SheetRefused while iterating: no Excel file, too large, more than 20,000 rows, a required column missing.
    Empty rows are passed over; columns nobody asked for too. A formula is an error: its value may be anybody's guess.
    """
    _check_size(file)
    book = _opened(file)
    try:
        merged = _merged(book)
        yield from _rows(_lines(book), columns, merged=merged, epoch=book.epoch)
    finally:
        book.close()


def read_table(file, columns):
    """The same of an Excel file or a CSV file (UTF-8, UTF-16 or GB18030), told apart by what they hold."""
    file.seek(0)
    head = file.read(4)
    file.seek(0)
    if head == _ZIP:
        return read_rows(file, columns)
    if head == _OLD_EXCEL:
        raise _not_excel()
    return _rows(_csv_lines(file), columns)


def _csv_lines(file):
    """The lines of a CSV file; what breaks on the way is the file's fault."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise SheetRefused(_("表格文件过大，请分成几份。"), code="size")
    try:
        yield from read_lines(data)
    except (NotText, csv.Error) as failure:
        reason = _("这不是可以读取的表格，请使用 Excel（.xlsx）或 CSV（UTF-8、GB18030 编码）文件。")
        raise SheetRefused(reason, code="type") from failure


def _rows(lines, columns, *, merged=(), epoch=None):
    places = _places(next(lines, ()), columns)
    for number, line in enumerate(lines, start=2):
        if number > MOST_ROWS + 1:
            raise SheetRefused(_("表格超过 %(most)s 行，请分成几份。"), params={"most": MOST_ROWS}, code="rows")
        covered = covers(merged, number)
        if covered or any(_filled(cell) for cell in line):
            yield _row(number, line, places, covered=covered, epoch=epoch)


def _check_size(file):
    size = file.seek(0, 2)
    file.seek(0)
    if size > MOST_BYTES:
        raise SheetRefused(_("表格文件过大，请分成几份。"), code="size")
    try:
        with zipfile.ZipFile(file) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as failure:
        raise _not_excel() from failure
    if unpacked > _MOST_UNPACKED:
        raise SheetRefused(_("表格文件过大，请分成几份。"), code="size")
    file.seek(0)


def _opened(file):
    try:
        book = load_workbook(file, read_only=True, keep_links=False)
        book.worksheets[0].reset_dimensions()
    except _UNREADABLE as failure:
        raise _not_excel() from failure
    return book


def _lines(book):
    """The cells of each row; what breaks on the way is the file's fault."""
    try:
        for line in book.worksheets[0].iter_rows(max_col=_MOST_COLUMNS):
            yield [_FORMULA if cell.data_type == "f" else cell.value for cell in line]
    except _UNREADABLE as failure:
        raise _not_excel() from failure


def _merged(book):
    try:
        return merged_areas(book.worksheets[0])
    except TooManyMerged:
        raise SheetRefused(_("表格中合并单元格过多，请全部取消合并后再传。"), code="merged") from None
    except _UNREADABLE as failure:
        raise _not_excel() from failure


def _not_excel():
    return SheetRefused(_("这不是可以读取的 Excel 文件（.xlsx），请另存为 .xlsx 后再传。"), code="type")


def _places(head, columns):
    """(place in the row, column) of every known column."""
    labels = {_label(cell): place for place, cell in reversed(list(enumerate(head))) if _filled(cell)}
    missing = [str(column.label) for column in columns if column.required and str(column.label) not in labels]
    if missing:
        reason = _("表格第一行缺少栏目：%(labels)s。请使用下载的模板。")
        raise SheetRefused(reason, params={"labels": "、".join(missing)}, code="columns")
    return [(labels[str(column.label)], column) for column in columns if str(column.label) in labels]


def _label(cell):
    return str(cell).strip().rstrip("*＊").strip()


def _row(number, line, places, *, covered=(), epoch=None):
    values, errors = {}, []
    for place, column in places:
        try:
            values[column.name] = _value(_cell(line, place, covered), column, epoch=epoch)
        except ValueError as failure:
            errors.append(CellError(number, get_column_letter(place + 1), str(column.label), str(failure)))
    letters = {column.name: (get_column_letter(place + 1), str(column.label)) for place, column in places}
    return Row(number, values, tuple(errors), letters)


def _cell(line, place, covered):
    """What the cell holds; one that a merged area hides holds nothing of its own. Raises ValueError."""
    if any(area.first_column <= place + 1 <= area.last_column for area in covered):
        raise ValueError(_("是合并单元格，请取消合并，逐行填写"))
    return line[place] if place < len(line) else None


def _value(cell, column, *, epoch=None):
    if cell is _FORMULA:
        raise ValueError(_("是公式，请复制后选择性粘贴为数值"))
    if not _filled(cell):
        if column.required:
            raise ValueError(_("必填"))
        return None
    if cell in _EXCEL_ERRORS:
        raise ValueError(_("公式有误，请改填数值"))
    if epoch == CALENDAR_MAC_1904 and isinstance(cell, (int, float)) and getattr(column.parse, "dates", False):
        cell += _DAYS_TO_1904
    return column.parse(cell)


def _filled(cell):
    return cell is not None and str(cell).strip() != ""
