"""What a row or a feature amounts to, whatever file it stands in."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

ENDS = _("该网格已停用或已安排停用，不能修改")  # told where something would change; what stays as it is comes back without a word


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where: the column's letter and label."""

    letter: str
    label: str
    reason: str


@dataclass
class Judged:
    """A row of a sheet or a feature of a map. `target` is the grid it changes, None for a new one; `changed` names the columns."""

    line: int
    facts: dict = field(default_factory=dict)
    faults: tuple = ()
    target: Any = None
    changed: tuple = ()
    is_fresh: bool = False
    post: Any = None  # the worker who becomes responsible; None leaves it as it is

    @property
    def is_good(self):
        return not self.faults and (self.is_fresh or bool(self.changed) or self.post is not None)
