"""Counts the mesh, place by place: grids, workers, grids without a worker, and where they lie."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Avg, Count, Q
from django.db.models.functions import Left

from governance.places.rules import CODE_LENGTH
from grids.mesh.enums import GridKind
from grids.mesh.models import Assignment, Grid

BELOW = {"city": "county", "county": "township", "township": "village"}


@dataclass
class Node:
    """A place of the tree with its counts; `children` are those of an opened one, `grids` those of an opened village."""

    place: Any
    base: int = 0
    dedicated: int = 0
    workers: int = 0
    unserved: int = 0
    middle: tuple = (None, None)
    is_open: bool = False
    children: list = field(default_factory=list)
    grids: list = field(default_factory=list)


def children(places, place, *, day, at):
    """The nodes directly below a place, among those within reach, with counts in three statements."""
    level = BELOW[place.level]
    below = [*places.filter(level=level).below(place.path).order_by("path")]
    return counted(below, place.path, level, day=day, at=at)


def counted(below, path, level, *, day, at):
    """Nodes of the places `below` a path, all of one level."""
    nodes, length = {one.path: Node(one) for one in below}, CODE_LENGTH[level]
    grids = Grid.objects.active(day).within(path).order_by()
    for row in _by(grids, "place_path", length).annotate(
        base=Count("pk", filter=Q(kind=GridKind.BASE)), dedicated=Count("pk", filter=Q(kind=GridKind.DEDICATED)),
        latitude=Avg("latitude"), longitude=Avg("longitude"),
    ):  # fmt: skip
        if node := nodes.get(row["cell"]):
            node.base, node.dedicated, node.middle = row["base"], row["dedicated"], (row["latitude"], row["longitude"])
    for row in _by(grids.unserved(at), "place_path", length).annotate(n=Count("pk")):
        if node := nodes.get(row["cell"]):
            node.unserved = row["n"]
    serving = Assignment.objects.current(at).within(path).order_by()
    for row in _by(serving, "grid__place_path", length).annotate(n=Count("post", distinct=True)):
        if node := nodes.get(row["cell"]):
            node.workers = row["n"]
    return [*nodes.values()]


def _by(rows, column, length):
    return rows.annotate(cell=Left(column, length)).values("cell")


def tree(places, roots, chosen, *, day, at):
    """The roots, opened down to the chosen place; a chosen village shows its grids."""
    nodes = top = [node for root in roots for node in counted([root], root.path, root.level, day=day, at=at)]
    while node := next((one for one in nodes if chosen and chosen.path.startswith(one.place.path)), None):
        node.is_open = True
        if node.place.level == "village":
            node.grids = grids_of(node.place, day=day, at=at)
            break
        nodes = node.children = children(places, node.place, day=day, at=at)
    return top


def grids_of(place, *, day, at):
    """The grids of a place with their workers."""
    return [*Grid.objects.active(day).within(place.path).with_worker(at).order_by("place_path")]
