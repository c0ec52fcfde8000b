"""Standard texts beside the form of a step: read as they would stand, then taken over into the note with one press."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html_join

BLANK = re.compile(r"(（填写[^）]*）)")  # what a text leaves to the clerk


@dataclass(frozen=True)
class Text:
    """One text, its placeholders filled in already. `key` names it in the form, `mark` says what it is for."""

    key: str
    title: Any
    text: str
    mark: Any = ""

    @property
    def shown(self):
        """The text with its blanks marked."""
        parts = ((part, "mark" if BLANK.fullmatch(part) else "span") for part in BLANK.split(self.text) if part)
        return format_html_join("", "<{1}>{0}</{1}>", parts)


@dataclass(frozen=True)
class Texts:
    """Texts of one kind under a heading."""

    label: Any
    rows: tuple


def with_text(data, groups, key):
    """The form's data with that text after what was typed; unknown keys change nothing."""
    found = next((row.text for group in groups for row in group.rows if row.key == key), None)
    data = data.copy()
    if found is not None:
        data["note"] = "\n".join(filter(None, [data.get("note", "").rstrip(), found]))
    return data
