"""Sheets of complaints made in memory."""

from django.core.files.uploadedfile import SimpleUploadedFile

from disputes.imports.data.columns import columns
from governance.places.models import Place
from tests import actors
from tests.core.sheets.books import book

GOOD = {
    "来件单位": "市信访局", "原编号": "2026-001", "来件渠道": "来访", "类型": "投诉", "地点": actors.VILLAGE,
    "反映内容": "楼下烧烤店夜里吵闹，孩子睡不着。", "反映人": "张三", "联系电话": "13800000000",
}  # fmt: skip


def heads():
    return [str(column.label) for column in columns(Place.objects.none())]


def row(number="2026-001", **facts):
    return {**GOOD, "原编号": number, **facts}


def workbook(*rows):
    """An Excel upload of these rows, each by the labels of its columns."""
    labels = heads()
    file = book(labels, *[[one.get(label) for label in labels] for one in rows])
    return SimpleUploadedFile("来件.xlsx", file.getvalue())


def csv_file(*rows, encoding="utf-8"):
    labels = heads()
    lines = [labels, *[[str(one.get(label, "")) for label in labels] for one in rows]]
    return SimpleUploadedFile("来件.csv", "\r\n".join(",".join(line) for line in lines).encode(encoding))
