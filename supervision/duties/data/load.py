"""Loads the articles and the duties. A row that names several levels is a duty on each of them."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from supervision.duties.models import Article, Duty

HERE = Path(__file__).parent
IN_FORCE = date(2022, 11, 1)  # Art. 63
NUMBERS = ("paragraph", "least", "share", "ground")
WORDS = ("office_type", "trade", "summary", "evidence", "document", "period", "due_on", "mark")


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def duties():
    """Every duty of the file, level by level."""
    for row in rows("duties.csv"):
        for level in row["level"].split("|"):
            facts = {name: row[name] for name in WORDS} | {name: int(row[name]) for name in NUMBERS}
            yield Duty(code=f"{row['code']}-{level}", article_id=int(row["article"]), level=level, in_force_from=IN_FORCE, **facts)


@transaction.atomic
def load_duties():
    """Add what is not there yet; what the leading group has changed since stays so."""
    articles = [Article(**{**row, "number": int(row["number"])}) for row in rows("articles.csv")]
    known = set(Article.objects.values_list("number", flat=True))
    fresh = Article.objects.bulk_create([one for one in articles if one.number not in known])
    codes = set(Duty.objects.values_list("code", flat=True))
    added = Duty.objects.bulk_create([duty for duty in duties() if duty.code not in codes])
    return {"articles": len(fresh), "duties": len(added)}
