"""Loads the kinds of grid reports. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from grids.admission.models import Duty
from grids.reports.models import ReportKind

FILE, ASKED, REPLIES = (Path(__file__).parent / f"{name}.csv" for name in ("kinds", "questions", "replies"))


def load_kinds():
    """Add what is not there yet, and name the duty of a kind that has none (Art. 49); returns {kind: how many were added}."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    asked, texts = questions(), replies()
    known, duties = ReportKind.objects.in_bulk(field_name="code"), Duty.objects.in_bulk(field_name="code")
    fresh, without = [], []
    for order, row in enumerate(rows, start=1):
        duty = duties[row.pop("duty")]
        kind = known.get(row["code"])
        if kind is None:
            facts = {**row, "needs_proof": row["needs_proof"] == "yes", "questions": asked.get(row["code"], [])}
            facts["replies"] = texts.get(row["code"], [])
            fresh.append(ReportKind(order=order, duty=duty, **facts))
        elif kind.duty_id is None:
            kind.duty = duty
            without.append(kind)
    ReportKind.objects.bulk_update(without, ["duty"])
    return {"report_kinds": len(ReportKind.objects.bulk_create(fresh))}


def questions():
    """{kind: the few things it asks besides}."""
    found = {}
    with ASKED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            of_kind = found.setdefault(row.pop("kind"), [])
            options = row.pop("options").split("|") if row["options"] else []
            of_kind.append({**row, "code": f"q{len(of_kind) + 1}", "options": options, "required": row["required"] == "yes"})
    return found


def replies():
    """{kind: the texts a station can answer with}."""
    found = {}
    with REPLIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kind"], []).append(row["text"])
    return found
