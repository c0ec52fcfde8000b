"""Loads the catalogue: categories, routing rules, reasons, standard replies. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from django.db import transaction

from disputes.complaints.models import Category, Refusal, RoutingRule, StandardReply

FOLDER = Path(__file__).parent


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_catalogue():
    """Add what is not there yet; returns {kind: how many were added}."""
    return {
        "categories": _categories(),
        "routes": _routes(),
        "refusals": _refusals(),
        "replies": _replies(),
    }


def _categories():
    known = {category.code: category for category in Category.objects.select_related("parent")}
    added = 0
    for row in sorted(rows("categories.csv"), key=lambda row: len(row["code"])):
        if row["code"] in known:
            continue
        known[row["code"]] = Category.objects.create(
            code=row["code"],
            parent=known.get(row["parent_code"]),
            name=row["name"],
            hint=row["hint"],
            trade=row["bureau"],
            keywords=row["keywords"],
            urgency=row["urgency"],
            is_public=row["public"] == "yes",
            is_sensitive=row["sensitive"] == "yes",
        )
        added += 1
    return added


def _routes():
    codes = dict(Category.objects.values_list("code", "pk"))
    known = set(RoutingRule.objects.values_list("category_id", "level"))
    fresh = [
        RoutingRule(
            category_id=codes[row["category"]], level=row["level"], target=row["target"],
            copy_to_county=row["copy_to_county"] == "yes", note=row["note"],
        )
        for row in rows("routing.csv")
        if (codes[row["category"]], row["level"]) not in known
    ]  # fmt: skip
    return len(RoutingRule.objects.bulk_create(fresh))


def _refusals():
    known = set(Refusal.objects.values_list("code", flat=True))
    fresh = [Refusal(**row) for row in rows("not_accepted_reasons.csv") if row["code"] not in known]
    return len(Refusal.objects.bulk_create(fresh))


def _replies():
    codes = dict(Category.objects.values_list("code", "pk"))
    known = set(StandardReply.objects.values_list("code", flat=True))
    fresh = [
        StandardReply(code=row["code"], category_id=codes.get(row["category"]), step=row["step"], title=row["title"], text=row["text"])
        for row in rows("standard_replies.csv")
        if row["code"] not in known
    ]
    return len(StandardReply.objects.bulk_create(fresh))
