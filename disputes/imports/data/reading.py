"""Reads a sheet row by row and judges each: fit to be taken in, known already, or wrong, and why."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from disputes.complaints.models import Complaint
from disputes.imports.data.columns import columns
from disputes.imports.rules import wrong_together
from governance.sheets.reading import read_table

REASONS = {
    "not_a_report": _("只有举报可以匿名"),
    "has_contact": _("匿名举报不填姓名和电话"),
    "no_phone": _("除匿名举报外必填"),
    "future": _("受理时间晚于现在"),
    "too_old": _("受理时间早于一年前，请作为历史资料保存"),
}
BATCH = 250  # rows to a transaction


@dataclass(frozen=True)
class Judged:
    """One row: its number in the sheet, its facts, what is wrong with it, or the complaint it became before: (key, number)."""

    line: int
    facts: dict
    faults: tuple = ()
    known: Any = None

    @property
    def is_good(self):
        return not self.faults and self.known is None

    @property
    def key(self):
        return self.facts.get("origin", ""), self.facts.get("external_number", "")


def judged(file, places, *, at):
    """Lists of judged rows, a batch at a time; raises `SheetRefused` for the file as a whole. `places`: those the person may name."""
    batch, seen = [], {}
    for row in read_table(file, columns(places)):
        batch.append(judge(row, seen, at=at))
        if len(batch) >= BATCH:
            yield with_known(batch)
            batch = []
    if batch:
        yield with_known(batch)


def judge(row, seen, *, at):
    """The row beside what stands in the same sheet before it; `seen` remembers it."""
    facts = {name: value for name, value in row.values.items() if value is not None}
    together = wrong_together(facts, at=at, unread=row.unread)
    faults = [*row.errors, *(row.fault(name, REASONS[why]) for name, why in together)]
    key = facts.get("origin"), facts.get("external_number")
    if all(key):
        if key in seen:
            faults.append(row.fault("external_number", _("与第 %(line)s 行重复") % {"line": seen[key]}))
        seen.setdefault(key, row.number)
    return Judged(row.number, facts, tuple(faults))


def with_known(batch):
    """What was taken in before is no error: it keeps its number."""
    numbers = {row.key[1] for row in batch if not row.faults}
    rows = Complaint.objects.filter(external_number__in=numbers).values_list("origin", "external_number", "pk", "number")
    known = {(origin, number): (pk, own) for origin, number, pk, own in rows}
    return [row if row.faults else Judged(row.line, row.facts, (), known.get(row.key)) for row in batch]
