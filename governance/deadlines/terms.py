"""Names of clocks. A procedure lists its own in its `terms.py`; how long one runs stands in the limits, as data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from governance import registry

WARNINGS = (timedelta(hours=48), timedelta(hours=24))
IN_DAYS = (timedelta(days=60), timedelta(days=30), timedelta(days=7))  # for what is owed once a year


@dataclass(frozen=True)
class Term:
    """A clock a case can carry: its name, what people call it, and the code of the limit it runs under.

    Where the limit depends on the case (an urgent matter has less time), `limit` is a function of the case. `warnings` are the stretches
    before the end at which it speaks up. `duty` says in a sentence what was not done when it lapses, and `ground` which of the four grounds
    of Art. 58 that gives the leading group (1–4); a term without them never becomes a finding. Where the case itself names the day by which
    it is due, `ends` reads that moment from the case; the limit is then the longest it may take.
    What is a right and no duty (to object, to rate) is not `owed`: it lapses, but nothing is overdue.
    """

    name: str
    label: str
    limit: str | Callable[[Any], str]
    warnings: tuple = WARNINGS
    duty: Any = ""
    ground: int = 0
    ends: Callable[[Any], Any] | None = None
    owed: bool = True

    def limit_code(self, case):
        """The code of the limit that holds for this case."""
        return self.limit(case) if callable(self.limit) else self.limit


def term_named(name):
    """The declared term of that name, or None."""
    return next((term for term in registry.declared("terms") if term.name == name), None)


def warnings_of(name):
    """When the clock of that name speaks up before its end."""
    term = term_named(name)
    return term.warnings if term else WARNINGS
