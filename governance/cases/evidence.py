"""What shows that a duty of the regulation is met: declared by a procedure (`PARTS["evidence"]`), read by the ledger of duties."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Span:
    """The year a duty is asked after, from `begins` to before `ends`, and the moment of asking."""

    begins: datetime
    ends: datetime
    at: datetime

    def of(self, rows, column="opened_at"):
        """The rows whose moment lies in the span."""
        return rows.filter(**{f"{column}__gte": self.begins, f"{column}__lt": self.ends})

    @property
    def first_day(self):
        return self.begins.date()

    @property
    def today(self):
        """The day of asking; the last day of a span that is over."""
        return min(self.at.astimezone(self.begins.tzinfo).date(), self.ends.date())


@dataclass(frozen=True)
class Evidence:
    """Rows that show a duty was met. `done(span)` gives them; `due(span)` those that asked for it, the done ones among them.

    Without `due` the done ones are counted against a number the duty itself names. Rows are told apart by place through the column `path`,
    and by office through the column `office` where a duty binds offices that share a place ("" where the rows know none). `rows_url` names
    the list page where they are read and where the duty is met.
    """

    code: str
    label: Any
    done: Callable
    due: Callable | None = None
    path: str = "place_path"
    office: str = ""
    rows_url: str = ""


def of_figure(indicator, rows, *, code, label, office=""):
    """A declared rate as evidence: the numerator is done, the denominator due. `rows(span)` are the cases it narrows."""
    return Evidence(
        code=code, label=label, done=lambda span: indicator.numerator(rows(span)), due=lambda span: indicator.denominator(rows(span)),
        office=office, rows_url=indicator.rows_url,
    )  # fmt: skip
