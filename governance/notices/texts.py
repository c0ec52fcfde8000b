"""What a notice says: a rule's sentences with the few facts they may hold."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.dateparse import parse_datetime

from governance.deadlines.models import Deadline
from governance.notices.rules import due_words
from governance.prepared import PreparedOf

LONGEST_TITLE = 120


@dataclass(frozen=True)
class Text:
    title: str
    body: str


OPEN_CLOCKS = PreparedOf(lambda: Deadline.objects.still_open().only("term", "due_at"))


@dataclass
class Facts:
    """The facts of one event, read once for all the rules that tell of it."""

    event: Any
    case: Any
    _dues: dict = field(default_factory=dict)

    def text_of(self, rule):
        """The rule's sentences; raises KeyError on a placeholder there is no fact for."""
        facts = self._known(rule.term)
        if rule.facts:
            facts |= rule.facts(self.event, self.case)
        return Text((str(rule.title) % facts)[:LONGEST_TITLE], str(rule.body) % facts)

    def _known(self, term):
        due = self._due(term)
        return {
            "number": self.case.number,
            "label": self.event.label,
            "state": self.case.get_state_display(),
            "office": self.case.office.short_name if self.case.office_id else "",
            "place": self.case.place.full_name,
            "due": due_words(due) if due else "",
            "site": settings.SITE_URL,
        }

    def _due(self, term):
        """The end of the clock the rule names, else of the one the event speaks of, else of the case's first."""
        if term not in self._dues:
            self._dues[term] = self._open_clock(term) if term else self._own_clock()
        return self._dues[term]

    def _open_clock(self, term):
        return next((clock.due_at for clock in OPEN_CLOCKS.of(self.case) if clock.term == term), None)

    def _own_clock(self):
        said = self.event.data.get("due_at")
        return parse_datetime(said) if said else self.case.due_at
