"""Brings in an authorised map of the places below one: a GeoJSON file becomes outlines for the dashboard, or is refused with the reason."""

import json

from django.utils.translation import gettext as _

from governance.places.models import Place
from governance.places.rules import trimmed
from supervision.indicators.models import AreaMap
from supervision.indicators.outlines import drawn

CODES = ("code", "adcode", "区划代码", "gb", "CODE", "PAC")
NATIONAL = "156"  # some sources put the country's number in front
POINTS_AT_MOST = 400_000
ENOUGH = 0.5  # of the places below must be on the map


class MapRefused(ValueError):
    """Why a file is no map of the place; the sentence is shown to the person."""


def bring_in(place, content, *, approval, source, by, at):
    """The map of the places below `place`, in stead of the one before. Raises `MapRefused`."""
    wanted = set(Place.objects.in_use().filter(parent=place).values_list("code", flat=True))
    areas = areas_of(features(content), wanted)
    if len(areas) < ENOUGH * max(len(wanted), 1):
        raise MapRefused(
            _("文件中只找到 %(found)s 个下级地区（应有 %(all)s 个），请核对区划代码。") % {"found": len(areas), "all": len(wanted)}
        )
    width, height, shapes = drawn(areas)
    if not 0 < height < 10 * width:
        raise MapRefused(_("坐标范围不正常，请使用经纬度坐标的文件。"))
    facts = {"approval": approval, "source": source, "width": width, "height": height, "shapes": shapes, "added_by": by, "added_at": at}
    return AreaMap.objects.update_or_create(place=place, defaults=facts)[0]


def features(content):
    """The features of a GeoJSON collection (bytes)."""
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError) as broken:
        raise MapRefused(_("文件不是有效的 GeoJSON（UTF-8）。")) from broken
    found = told.get("features") if isinstance(told, dict) else None
    if not isinstance(found, list) or not found:
        raise MapRefused(_("文件中没有要素（FeatureCollection）。"))
    return [one for one in found if isinstance(one, dict)]


def areas_of(found, wanted):
    """{code: rings} of the wanted places; what else is on the file is left out."""
    areas, points = {}, 0
    for one in found:
        code = code_of(one.get("properties"))
        if code in wanted:
            rings = rings_of(one.get("geometry"))
            points += sum(map(len, rings))
            areas.setdefault(code, []).extend(rings)
    if points > POINTS_AT_MOST:
        raise MapRefused(_("边界点过多（%(points)s 个），请先简化。") % {"points": points})
    return {code: rings for code, rings in areas.items() if rings}


def code_of(properties):
    """The division code among a feature's properties, without filling zeros; "" where there is none."""
    told = properties if isinstance(properties, dict) else {}
    text = next((str(told[name]).strip() for name in CODES if told.get(name)), "")
    if len(text) == 9 and text.startswith(NATIONAL):
        text = text[len(NATIONAL) :]
    return trimmed(text)


def rings_of(geometry):
    """The outer rings of a polygon or several; anything else is refused."""
    told = geometry if isinstance(geometry, dict) else {}
    kind, parts = told.get("type"), told.get("coordinates")
    if kind not in {"Polygon", "MultiPolygon"} or not isinstance(parts, list):
        raise MapRefused(_("下级地区的边界应为面（Polygon 或 MultiPolygon）。"))
    polygons = [parts] if kind == "Polygon" else parts
    try:
        return [ring_of(polygon[0]) for polygon in polygons]
    except (TypeError, ValueError, IndexError, KeyError) as broken:
        raise MapRefused(_("坐标有误：每个点应为经度、纬度两个数。")) from broken


def ring_of(points):
    """Longitude and latitude of every point, the closing one left out."""
    ring = [(float(point[0]), float(point[1])) for point in points]
    if not all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring):
        raise MapRefused(_("坐标超出经纬度范围，请使用经纬度坐标（不是投影坐标）的文件。"))
    ring = ring[:-1] if ring[0] == ring[-1] else ring
    if len(ring) < 3:
        raise ValueError(ring)
    return ring
