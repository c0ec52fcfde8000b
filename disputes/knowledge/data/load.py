"""Loads the first common questions. They are public from the start, and due for review at once: a person of the city has yet to look."""

import csv
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from disputes.complaints.models import Category
from disputes.knowledge.enums import State
from disputes.knowledge.models import Question

QUESTIONS = Path(__file__).parent / "questions.csv"


def rows():
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_questions():
    """Add what is not there yet; what someone has edited or withdrawn since stays so."""
    known = set(Question.objects.exclude(code="").values_list("code", flat=True))
    categories = dict(Category.objects.values_list("code", "pk"))
    now = timezone.now()
    fresh = [
        Question(
            code=row["code"], title=row["title"], answer=row["answer"], keywords=row["keywords"], source=row["source"], page=row["page"],
            category_id=categories.get(row["category"]), state=State.PUBLISHED, published_at=now, review_on=timezone.localdate(now),
        )
        for row in rows()
        if row["code"] not in known
    ]  # fmt: skip
    return {"questions": len(Question.objects.bulk_create(fresh))}
