"""Merged cells of a sheet. A reader that goes through a sheet once does not see them: only the first cell holds the value."""

import re
from dataclasses import dataclass

from openpyxl.utils.cell import range_boundaries

MOST_AREAS = 500
_AREA = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_CHUNK, _TAIL = 1024 * 1024, 200  # bytes; the longest tag that can lie across two chunks


class TooManyMerged(ValueError):
    """More areas than anyone merges by hand."""


@dataclass(frozen=True)
class Merged:
    """A merged area, counted as Excel does from 1."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


def merged_areas(sheet):
    """The merged areas of a sheet opened read-only, those of the first row aside; raises `TooManyMerged`."""
    found, tail = set(), b""
    with sheet.parent._archive.open(sheet._worksheet_path) as part:
        while chunk := part.read(_CHUNK):
            found.update(_AREA.findall(tail + chunk))
            tail = chunk[-_TAIL:]
            if len(found) > MOST_AREAS:
                raise TooManyMerged
    return [area for area in map(_area, sorted(found)) if area.last_row > 1]


def _area(reference):
    first_column, first_row, last_column, last_row = range_boundaries(reference.decode())
    return Merged(first_row, last_row, first_column, last_column)


def covers(areas, row):
    """Those of the areas that touch a row."""
    return [area for area in areas if area.first_row <= row <= area.last_row]
