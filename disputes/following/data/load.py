"""Loads when many reports are a cluster; what an administrator has changed since stays."""

import csv
from pathlib import Path

from disputes.complaints.models import Category
from disputes.following.models import ClusterRule

RULES = Path(__file__).parent / "cluster_rules.csv"


def load_cluster_rules():
    """Add the rules that are not there yet; returns {kind: how many were added}."""
    with RULES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    categories = {category.code: category for category in Category.objects.filter(code__in=[row["category"] for row in rows])}
    known = set(ClusterRule.objects.values_list("category__code", flat=True))
    fresh = [
        ClusterRule(category=categories.get(row["category"]), least=row["least"], days=row["days"])
        for row in rows
        if (row["category"] or None) not in known
    ]
    return {"cluster rules": len(ClusterRule.objects.bulk_create(fresh))}
