"""Workbooks made and looked at in memory."""

import io
import zipfile

import openpyxl


def book(*lines, replace=None):
    """An Excel file of these lines; `replace` (old, new) alters the sheet as a careless programme would."""
    workbook = openpyxl.Workbook()
    for line in lines:
        workbook.active.append(line)
    out = io.BytesIO()
    workbook.save(out)
    out.seek(0)
    return altered(out, *replace) if replace else out


def altered(file, old, new):
    """The same archive with other bytes in its sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            target.writestr(part, source.read(part).replace(old, new))
    out.seek(0)
    return out


def opened(response):
    """The workbook a download holds."""
    return openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))


def lines(response):
    return [list(line) for line in opened(response).worksheets[0].iter_rows(values_only=True)]
