"""The mesh as a tree and on a map."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.people.enums import Role
from grids.mesh.models import Grid
from tests import actors
from tests.grids import makers

TREE, MAP = reverse("atlas_tree"), reverse("atlas_map")
SQUARE = {"type": "Polygon", "coordinates": [[[111.66, 40.85], [111.67, 40.85], [111.67, 40.86], [111.66, 40.86], [111.66, 40.85]]]}


def flat(nodes):
    for node in nodes:
        yield node
        yield from flat(node.children)


def test_the_tree_counts_grids_workers_and_gaps(signed_in, clerk, worker, grid):
    makers.grid(serial=2)
    makers.grid(serial=3, kind="dedicated", host="小学", host_kind="school")
    nodes = {node.place.code: node for node in flat(signed_in(clerk).get(TREE).context["nodes"])}
    for code in (actors.TOWNSHIP, actors.VILLAGE):
        node = nodes[code]
        assert (node.base, node.dedicated, node.workers, node.unserved) == (2, 1, 1, 2)


def test_a_branch_opens_by_its_address_and_by_htmx(signed_in, clerk, worker, grid):
    client = signed_in(clerk)
    whole = client.get(TREE, {"place": actors.VILLAGE}).content.decode()
    branch = client.get(TREE, {"place": actors.VILLAGE}, headers={"HX-Request": "true"}).content.decode()
    assert all(word in page for page in (whole, branch) for word in (grid.name, "孙宏伟"))
    assert ("<html" in whole, "<html" in branch) == (True, False)


def test_what_lies_elsewhere_is_not_opened(signed_in, clerk, db):
    for address in (TREE, MAP):
        assert signed_in(clerk).get(address, {"place": actors.OTHER_TOWNSHIP}).status_code == 404


def test_from_the_city_the_counties_are_seen(signed_in, db):
    page = signed_in(actors.actor(Role.AUDITOR)).get(MAP)
    assert [node.place.level for node in page.context["nodes"]][:1] == ["county"]


def test_the_map_says_what_is_schematic(signed_in, clerk, grid):
    Grid.objects.filter(pk=grid.pk).update(boundary=SQUARE, boundary_source="街道勾画")
    makers.grid(serial=2, latitude=40.85, longitude=111.66)
    page = " ".join(signed_in(clerk).get(MAP, {"place": actors.TOWNSHIP}).content.decode().split())
    assert "2 个网格中有 1 个录入了边界" in page
    assert all(word in page for word in ("街道勾画", "示意", 'data-latitude="40.85"', "grids.geojson?place="))


def test_boundaries_for_the_map_are_those_of_the_place(signed_in, clerk, grid):
    Grid.objects.filter(pk=grid.pk).update(boundary=SQUARE)
    makers.grid(serial=2)
    address = reverse("meshfiles_geojson")
    for place in (actors.VILLAGE, actors.TOWNSHIP):
        found = signed_in(clerk).get(address, {"place": place, "drawn": "1"}).json()["features"]
        assert [one["properties"]["code"] for one in found] == [grid.code]


@pytest.mark.parametrize("address", [TREE, MAP])
def test_the_statements_do_not_grow(signed_in, clerk, grid, address):
    client, counts = signed_in(clerk), []
    for serials in (range(2, 3), range(3, 12)):
        for serial in serials:
            makers.grid(serial=serial)
        client.get(address, {"place": actors.VILLAGE})
        with CaptureQueriesContext(connection) as caught:
            client.get(address, {"place": actors.VILLAGE})
        counts.append(len(caught))
    assert counts[0] == counts[1]
