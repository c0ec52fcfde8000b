"""Excel files out: row after row to a temporary file, so that a hundred thousand rows need no more memory than ten."""

import re
import tempfile
from datetime import date, datetime

import xlsxwriter
from django.http import FileResponse
from django.utils.translation import gettext as _

from governance.sheets.cells import is_dangerous, shown, width

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_OF_A_SHEET = 1_000_000  # Excel's own end is at 1,048,576
LONGEST_NAME = 31  # characters of a sheet's name
ROWS_OF_THE_TEMPLATE = 2_000  # rows with a list of choices
_NARROWEST, _WIDEST = 8, 60  # characters
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_HEAD = {"bold": True, "bg_color": "#E8EEF7", "bottom": 1, "text_wrap": True, "valign": "vcenter"}


class Book:
    """A workbook written to `target` in one pass, with bounded memory. Use as a context manager."""

    def __init__(self, target, columns, title=""):
        self.columns, self.title = list(columns), title
        self.file = xlsxwriter.Workbook(target, {"constant_memory": True})
        self.head = self.file.add_format(_HEAD)
        self.moment = self.file.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self.day = self.file.add_format({"num_format": "yyyy-mm-dd"})
        self.quoted = self.file.add_format({"quote_prefix": True})
        self.widths = []
        self.sheet = None
        self.line = ROWS_OF_A_SHEET

    def __enter__(self):
        self._turn()
        return self

    def __exit__(self, kind, error, traceback):
        if error is None:
            self._set_widths()
        self.file.close()

    def add(self, row):
        """Write one row; a full sheet is followed by a new one with the same head."""
        if self.line >= ROWS_OF_A_SHEET:
            self._turn()
        self.line += 1
        for place, column in enumerate(self.columns):
            self.put(place, shown(column.of(row)))

    def put(self, place, value):
        """Write one cell by its type; text that looks like a formula also gets Excel's text mark (')."""
        self.widths[place] = max(self.widths[place], width(value))
        if isinstance(value, datetime):
            self.sheet.write_datetime(self.line, place, value, self.moment)
        elif isinstance(value, date):
            self.sheet.write_datetime(self.line, place, value, self.day)
        elif not isinstance(value, str):
            self.sheet.write_number(self.line, place, value)
        elif value:
            self.sheet.write_string(self.line, place, value, self.quoted if is_dangerous(value) else None)

    def _turn(self):
        if self.sheet is not None:
            self._set_widths()
        self.sheet = self.file.add_worksheet(sheet_name(self.title, number=len(self.file.worksheets()) + 1))
        self.sheet.freeze_panes(1, 0)
        self.line = 0
        self.widths = [width(str(column.label)) + 2 for column in self.columns]
        for place, column in enumerate(self.columns):
            self.sheet.write_string(0, place, str(column.label), self.head)

    def _set_widths(self):
        self.sheet.autofilter(0, 0, self.line, len(self.columns) - 1)
        for place, column in enumerate(self.columns):
            self.sheet.set_column(place, place, column.width or min(max(self.widths[place], _NARROWEST), _WIDEST))


def sheet_name(title, *, number=1):
    """What a sheet is called: the list's title as Excel takes it, those after the first numbered; None leaves it to Excel."""
    plain = _NOT_IN_A_NAME.sub("-", str(title)).strip("' ")
    more = f"（{number}）" if number > 1 else ""
    return f"{plain[: LONGEST_NAME - len(more)]}{more}" if plain else None


def write_xlsx(target, columns, rows, *, title=""):
    """Write the rows (any iterable of objects or mappings) to a path or a binary stream; the number written."""
    written = 0
    with Book(target, columns, title) as book:
        for row in rows:
            book.add(row)
            written += 1
    return written


def stream_xlsx(filename, columns, rows, *, title=""):
    """A download of the rows; `filename` may be Chinese, and names the sheet where no `title` does.

    Pass `queryset.iterator()`: rows are taken one by one.

    The file is complete before the first byte leaves (an error in a row is an error page, not a broken file), lies in
    a temporary file without a name, and is gone when the response is closed.
    """
    target = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    try:
        write_xlsx(target, columns, rows, title=title or filename.removesuffix(".xlsx"))
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=_xlsx_name(filename), content_type=MEDIA_TYPE)


def template_xlsx(filename, columns):
    """A download of an empty sheet to fill in: required columns marked, choices as lists, a sheet that explains."""
    target = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    book = xlsxwriter.Workbook(target)
    _template(book, list(columns))
    _explanation(book, list(columns))
    book.close()
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=_xlsx_name(filename), content_type=MEDIA_TYPE)


def _template(book, columns):
    sheet, head, as_text = book.add_worksheet(_("填写")), book.add_format(_HEAD), book.add_format({"num_format": "@"})
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        label = f"{column.label}*" if column.required else str(column.label)
        sheet.set_column(place, place, column.width or max(width(label) + 4, 14), as_text)
        sheet.write_string(0, place, label, head)
        if column.choices:
            listed = _choices(book, place, column)
            sheet.data_validation(1, place, ROWS_OF_THE_TEMPLATE, place, {"validate": "list", "source": listed})


def _choices(book, place, column):
    """The range that holds the choices: on a hidden sheet, as a list in the rule itself ends at 255 characters."""
    title = _("选项%(number)s") % {"number": place + 1}
    sheet = book.add_worksheet(title)
    sheet.hide()
    sheet.write_column(0, 0, [str(label) for label in column.choices])
    return f"='{title}'!$A$1:$A${len(column.choices)}"


def _explanation(book, columns):
    sheet, head = book.add_worksheet(_("填写说明")), book.add_format(_HEAD)
    for place, (label, wide) in enumerate([(_("栏目"), 20), (_("是否必填"), 10), (_("说明"), 60)]):
        sheet.set_column(place, place, wide)
        sheet.write_string(0, place, label, head)
    for line, column in enumerate(columns, start=1):
        sheet.write_string(line, 0, str(column.label))
        sheet.write_string(line, 1, _("必填") if column.required else _("选填"))
        sheet.write_string(line, 2, str(column.hint) or "、".join(map(str, column.choices)))


def _xlsx_name(filename):
    return f"{filename.removesuffix('.xlsx').replace('/', '-')}.xlsx"
