"""One column of a sheet, the same for writing, reading and the template a person fills in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from governance.sheets.parsing import text


@dataclass(frozen=True)
class Column:
    """`name` is the attribute (dots allowed), key or keyword; `label` stands in the first row.

    `parse` turns a cell into a value or raises ValueError with a Chinese reason; `choices` are offered as a list in
    the template; `value` computes what is written where no attribute does.
    """

    name: str
    label: str
    required: bool = False
    parse: Callable[[Any], Any] = text()
    value: Callable[[Any], Any] | None = None
    hint: str = ""
    choices: tuple[str, ...] = ()
    width: int | None = None  # characters; None: as wide as the content asks for

    def of(self, row):
        """What this column says of a row (an object, or a mapping)."""
        if self.value is not None:
            return self.value(row)
        if isinstance(row, Mapping):
            return row[self.name]
        return attrgetter(self.name)(row)
