"""What is overdue now, by office and by what was not done in time; every number opens exactly its clocks and their cases."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, Min, OuterRef, Q

from governance import registry
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.people.models import Office
from governance.places.rules import path_range


@dataclass
class Reason:
    """How many clocks of one kind an office let run out."""

    office: Any
    office_id: int | None
    procedure: str
    term: str
    label: str
    n: int
    oldest: Any

    @property
    def query(self):
        return f"office={self.office_id or 'none'}&term={self.term}"


def late_clocks(place, procedures, *, at):
    """Running clocks past their end, of duties alone: a right that lapsed (to object, to rate) is not overdue."""
    kinds = kinds_of(procedures)
    owed = [term.name for term in registry.declared("terms") if term.owed]
    start, end = path_range(place.path)
    return Deadline.objects.filter(
        state=DeadlineState.RUNNING, due_at__lt=at, term__in=owed, content_type__in=kinds, place_path__gte=start, place_path__lt=end
    )  # fmt: skip


def kinds_of(procedures):
    """{key of the content type: model}."""
    models = {name: model for name, model in registry.case_models().items() if name in procedures}
    return {ContentType.objects.get_for_model(model).pk: model for model in models.values()}


def visible_clocks(place, procedures, user, *, at):
    """Those whose case the person may open."""
    seen = Q(pk__in=[])
    for kind, model in kinds_of(procedures).items():
        seen |= Q(content_type=kind) & Exists(model.objects.visible_to(user, model.view_capability).filter(pk=OuterRef("object_id")))
    return late_clocks(place, procedures, at=at).filter(seen)


def by_office(clocks):
    """The reasons of every office, the office with most first."""
    rows = list(clocks.order_by().values("office", "content_type", "term", "label").annotate(n=Count("*"), oldest=Min("due_at")))
    offices = Office.objects.in_bulk({row["office"] for row in rows if row["office"]}) if rows else {}
    labels = {ContentType.objects.get_for_model(model).pk: model.flow.label for model in registry.case_models().values() if model.flow}
    totals = defaultdict(int)
    for row in rows:
        totals[row["office"]] += row["n"]
    rows.sort(key=lambda row: (-totals[row["office"]], row["office"] or 0, -row["n"], row["term"]))
    return [
        Reason(
            offices.get(row["office"]),
            row["office"],
            labels.get(row["content_type"], ""),
            row["term"],
            row["label"],
            row["n"],
            row["oldest"],
        )
        for row in rows
    ]


def narrowed(clocks, *, office="", term=""):
    """The clocks of one office and one kind, as the address asks."""
    if term:
        clocks = clocks.filter(term=term)
    if office == "none":
        return clocks.filter(office=None)
    return clocks.filter(office=int(office)) if office.isascii() and office.isdecimal() and len(office) < 10 else clocks
