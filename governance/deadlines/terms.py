"""Names of clocks. A procedure lists its own in its `terms.py`; how long one runs stands in the limits, as data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Term:
    """A clock a case can carry: its name, what people call it, and the code of the limit it runs under.

    Where the limit depends on the case (an urgent matter has less time), `limit` is a function of the case.
    """

    name: str
    label: str
    limit: str | Callable[[Any], str]

    def limit_code(self, case):
        """The code of the limit that holds for this case."""
        return self.limit(case) if callable(self.limit) else self.limit
