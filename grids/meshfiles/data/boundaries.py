"""A map of boundaries (GeoJSON, RFC 7946): read feature by feature, written for a drawing program to open."""

import json

from django.utils.translation import gettext_lazy as _

from governance.sheets.reading import SheetRefused
from grids.mesh.forms import FAULTS
from grids.mesh.rules import outline_fault, overlapping, tidied
from grids.meshfiles.data.judging import ENDS, Fault, Judged
from grids.meshfiles.rules import MOST, code_in, collection_fault, is_drawn, source_in

REFUSALS = {
    "kind": _("这不是 GeoJSON 的 FeatureCollection。"),
    "system": _("坐标系须是 2000 国家大地坐标系（或 WGS 84）的经纬度，请先转换。"),
    "empty": _("文件里没有要素。"),
    "many": _("一次最多 %(most)s 个网格，请分成几份。") % {"most": MOST},
}
CODE, SOURCE, GEOMETRY = "properties.code", "properties.source", "geometry"
LONGEST_SOURCE = 80


def features_of(file):
    """The features of the file; raises `SheetRefused` for the file as a whole."""
    try:
        data = json.loads(file.read().decode("utf-8-sig"))
    except (ValueError, RecursionError) as failure:
        raise SheetRefused(_("这不是有效的 GeoJSON（UTF-8 编码），请检查后再传。")) from failure
    if fault := collection_fault(data):
        raise SheetRefused(REFUSALS[fault])
    return data["features"]


def judged(file, register, *, source):
    """Every feature beside the grids the person may change; `source` holds for all, else each feature says its own."""
    features = features_of(file)
    known = {grid.code: grid for grid in register.filter(code__in={code_in(feature) for feature in features}).select_related("place")}
    seen = {}
    return [judge(number, feature, known, seen, source=source) for number, feature in enumerate(features, start=1)]


def judge(number, feature, known, seen, *, source):
    code = code_in(feature)
    grid = known.get(code)
    source = source or source_in(feature)
    faults = [Fault("", label, str(reason)) for label, reason in wrong(feature, code, grid, seen, source=source)]
    seen.setdefault(code, number)
    if faults or not is_drawn(feature):
        return Judged(number, {"code": code}, tuple(faults), target=grid)
    outline = tidied(feature["geometry"])
    changed = () if grid.boundary == outline and grid.boundary_source == source else ("boundary", "boundary_source")
    if changed and grid.active_until is not None:
        return Judged(number, {"code": code}, (Fault("", CODE, str(ENDS)),), target=grid)
    return Judged(number, {"boundary": outline, "boundary_source": source}, target=grid, changed=changed)


def wrong(feature, code, grid, seen, *, source):
    """(where, reason) of what is wrong with a feature."""
    if not code:
        return [(CODE, _("没有网格编码"))]
    found = []
    if grid is None:
        found.append((CODE, _("没有编码为 %(code)s 的网格，或不在您的辖区内") % {"code": code[:24]}))
    if code in seen:
        found.append((CODE, _("与第 %(number)s 个要素重复") % {"number": seen[code]}))
    if is_drawn(feature) and not 0 < len(source) <= LONGEST_SOURCE:
        found.append((SOURCE, _("没有写明边界的来源，或超过 80 个字")))
    if is_drawn(feature) and (fault := outline_fault(feature["geometry"])):
        found.append((GEOMETRY, FAULTS[fault]))
    return found


def overlaps(rows, register):
    """Sentences about boundaries that would lie on one another within a village: base grids tile it and do not overlap."""
    drawn = {row.target: row.facts["boundary"] for row in rows if row.is_good and row.target.is_base}
    standing = register.base().filter(place__in={grid.place_id for grid in drawn}, active_until=None, boundary__isnull=False)
    outlines = {grid: grid.boundary for grid in standing} | drawn
    villages = {}
    for grid, outline in outlines.items():
        villages.setdefault(grid.place_id, {})[grid] = outline
    return [
        str(_("%(one)s 与 %(other)s 的边界重叠，占较小网格的 %(share)s%%。"))
        % {"one": one.code, "other": other.code, "share": round(100 * share)}
        for around in villages.values()
        for one, other, share in overlapping(around)
    ]


def collection(grids):
    """The grids as a FeatureCollection; one without a boundary has no geometry, so that it can be drawn and brought back."""
    return {"type": "FeatureCollection", "features": [feature(grid) for grid in grids]}


def feature(grid):
    properties = {
        "code": grid.code, "name": grid.name, "kind": grid.kind, "village": grid.place.code, "village_name": grid.place.full_name,
        "area": grid.area, "households": grid.households, "residents": grid.residents, "host": grid.host, "source": grid.boundary_source,
    }  # fmt: skip
    return {"type": "Feature", "properties": properties, "geometry": grid.boundary}
