"""What a notice says: a rule's sentences with the few facts they may hold."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.dateparse import parse_datetime

from governance.deadlines.models import Deadline
from governance.notices.rules import due_words

LONGEST_TITLE = 120


@dataclass(frozen=True)
class Text:
    title: str
    body: str


def text_of(rule, event, case):
    """The rule's sentences about this event; raises KeyError on a placeholder there is no fact for."""
    facts = facts_of(rule, event, case)
    return Text((str(rule.title) % facts)[:LONGEST_TITLE], str(rule.body) % facts)


def facts_of(rule, event, case):
    due = due_of(rule, event, case)
    return {
        "number": case.number,
        "label": event.label,
        "state": case.get_state_display(),
        "office": case.office.short_name if case.office_id else "",
        "place": case.place.full_name,
        "due": due_words(due) if due else "",
        "site": settings.SITE_URL,
    }


def due_of(rule, event, case):
    """The end of the clock the rule names, else of the clock the event speaks of, else of the case's first open one."""
    if rule.term:
        return Deadline.objects.of(case).still_open().filter(term=rule.term).values_list("due_at", flat=True).first()
    if event.data.get("due_at"):
        return parse_datetime(event.data["due_at"])
    return case.due_at
