"""The numbers of the desk: composing the count of a card costs ten times what answering it does, and a desk has dozens.

So each question is kept as composed, and all of them are asked in one statement.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from governance.kept import composed

COUNTED_TO = 999


@dataclass(frozen=True)
class Question:
    """How many rows there are: `key` is all that `rows()` depends on (None: it is not kept), `rows()` the queryset."""

    key: Any
    rows: Callable
    up_to: int = COUNTED_TO

    def composed(self):
        """Counts as far as one more than `up_to`."""
        key = self.key and ("count", self.key, self.up_to)
        return composed(key, lambda: self.rows().order_by().values("pk")[: self.up_to + 1])


def answers(questions):
    """The numbers asked for, in one statement; each stops at one more than its `up_to`."""
    if not questions:
        return ()
    parts = [question.composed() for question in questions]
    asked = ", ".join(f"(SELECT count(*) FROM ({part.sql}) found)" if part.sql else "0" for part in parts)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}", [value for part in parts for value in part.params])
        return cursor.fetchone()


def card_of(rows, *, label, url, procedure, hint="", is_overview=False, is_quiet=False, is_alarm=False):
    """A card of the desk that counts rows no filter of a worklist names; `is_alarm` says whether it alarms when there are any."""
    facts = {"label": label, "hint": hint, "url": url, "procedure": procedure, "is_alarm": is_alarm}
    return {**facts, "is_overview": is_overview, "is_quiet": is_quiet, "question": Question(None, lambda: rows)}


def cards_for(request, builders):
    """The cards these builders give a person, with their numbers; a quiet one that counts nothing is left out."""
    cards = [card for build in builders for card in build(request)]
    open_ones = [card for card in cards if "question" in card]
    for card, number in zip(open_ones, answers([card["question"] for card in open_ones]), strict=True):
        shown = {"count": min(number, COUNTED_TO), "more": number > COUNTED_TO}
        card |= {**shown, "is_alarm": card["is_alarm"] and number > 0}
    return [card for card in cards if card["count"] or not card.get("is_quiet")]
