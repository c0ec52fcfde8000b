"""Boundaries as GeoJSON: checked feature by feature, overlaps hinted at, and what goes out can come back."""

import json
from datetime import date

import pytest

from tests import actors
from tests.grids import makers
from tests.grids.meshfiles.sheets import BESIDE, SQUARE, chart, feature

SOURCE = "2026 年街道勾画"


def test_a_boundary_is_taken_over_with_its_source_and_frame(grid, taken):
    kept = taken(chart(feature(grid.code)), kind="boundaries", source=SOURCE)
    grid.refresh_from_db()
    assert (kept.changed, grid.boundary["coordinates"], grid.boundary_source) == (1, SQUARE, SOURCE)
    assert grid.frame == [111.66, 40.85, 111.67, 40.86]


@pytest.mark.parametrize(
    ("wrong", "label", "reason"),
    [
        (feature("999"), "properties.code", "没有编码为 999"),
        ({"type": "Feature", "properties": None, "geometry": None}, "properties.code", "没有网格编码"),
        ("junk", "properties.code", "没有网格编码"),
        (feature("CODE", [SQUARE[0][:3]]), "geometry", "首尾相接"),
        (feature("CODE", [111.6, 40.8], kind="Point"), "geometry", "Polygon"),
        (feature("CODE", [[[116.3, 39.9], [116.4, 39.9], [116.4, 40.0], [116.3, 39.9]]]), "geometry", "呼和浩特市范围内"),
        (feature("CODE", [[SQUARE[0][0], SQUARE[0][2], SQUARE[0][1], SQUARE[0][3], SQUARE[0][0]]]), "geometry", "自相交"),
    ],
)
def test_a_bad_feature_is_named_with_the_reason(grid, received, wrong, label, reason):
    second = makers.grid(serial=2)
    if isinstance(wrong, dict) and (wrong["properties"] or {}).get("code") == "CODE":
        wrong["properties"]["code"] = second.code
    kept = received(chart(feature(grid.code), wrong), kind="boundaries", source=SOURCE)
    assert (kept.changed, kept.bad, kept.faults[0][:3]) == (1, 1, [2, "", label])
    assert reason in kept.faults[0][3]


def test_a_boundary_without_a_source_is_not_taken(grid, received):
    assert received(chart(feature(grid.code)), kind="boundaries").faults[0][2] == "properties.source"
    assert received(chart(feature(grid.code, source="测绘院")), kind="boundaries").changed == 1


def test_a_grid_whose_end_is_arranged_keeps_its_boundary_and_comes_back(received, db):
    outline = {"type": "Polygon", "coordinates": SQUARE}
    ending = makers.grid(active_until=date(2199, 1, 1), boundary=outline, boundary_source=SOURCE)
    assert received(chart(feature(ending.code)), kind="boundaries", source=SOURCE).bad == 0
    assert "已安排停用" in received(chart(feature(ending.code, BESIDE)), kind="boundaries", source=SOURCE).faults[0][3]


def test_grids_of_the_next_township_are_out_of_reach(received, db):
    other = makers.grid(f"{actors.OTHER_TOWNSHIP}001")
    assert "不在您的辖区内" in received(chart(feature(other.code)), kind="boundaries", source=SOURCE).faults[0][3]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (chart(), "没有要素"),
        (chart(feature("1"), crs={"properties": {"name": "EPSG:4549"}}), "坐标系"),
        (chart(feature("1"), type="Topology"), "FeatureCollection"),
    ],
)
def test_the_file_as_a_whole_can_be_refused(received, db, file, reason):
    kept = received(file, kind="boundaries", source=SOURCE)
    assert (kept.state, reason in kept.refusal) == ("refused", True)


def test_overlapping_boundaries_of_a_village_are_hinted_at(grid, taken):
    second = makers.grid(serial=2)
    kept = taken(chart(feature(grid.code), feature(second.code, BESIDE)), kind="boundaries", source=SOURCE)
    assert kept.hints == [f"{grid.code} 与 {second.code} 的边界重叠，占较小网格的 50%。"]
    assert kept.state == "done"


def test_what_goes_out_comes_back_unchanged(signed_in, clerk, grid, taken, received):
    taken(chart(feature(grid.code)), kind="boundaries", source=SOURCE)
    makers.grid(serial=2)
    data = json.loads(signed_in(clerk).get("/grids/files/grids.geojson").content)
    assert [one["geometry"] is None for one in data["features"]] == [False, True]
    kept = received(chart(*data["features"]), kind="boundaries")
    assert (kept.state, kept.same, kept.bad) == ("nothing", 2, 0)
