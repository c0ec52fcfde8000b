"""Sheets and maps for the register, made in memory."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile

from governance.places.models import Place
from grids.meshfiles.data import grids, households
from tests import actors
from tests.core.sheets.books import book

SQUARE = [[[111.66, 40.85], [111.67, 40.85], [111.67, 40.86], [111.66, 40.86], [111.66, 40.85]]]
BESIDE = [[[111.665, 40.85], [111.675, 40.85], [111.675, 40.86], [111.665, 40.86], [111.665, 40.85]]]
GOOD = {"村（社区）": actors.VILLAGE, "名称": "东片网格", "户数": 380, "人数": 900, "范围": "1号楼至6号楼", "监督电话": "0471-12345678"}


def sheet(*rows):
    """An Excel upload of grids, each by the labels of its columns."""
    return _book([str(column.label) for column in grids.columns(Place.objects.none())], rows, "网格.xlsx")


def counts(*rows, today):
    return _book([str(column.label) for column in households.columns(Place.objects.none(), today=today)], rows, "户数.xlsx")


def _book(labels, rows, name):
    return SimpleUploadedFile(name, book(labels, *[[row.get(label) for label in labels] for row in rows]).getvalue())


def feature(code, rings=SQUARE, *, kind="Polygon", **more):
    return {"type": "Feature", "properties": {"code": code, **more}, "geometry": rings and {"type": kind, "coordinates": rings}}


def chart(*features, **more):
    """A GeoJSON upload."""
    data = {"type": "FeatureCollection", "features": features, **more}
    return SimpleUploadedFile("边界.geojson", json.dumps(data, ensure_ascii=False).encode())
