"""A procedure as a table of steps: the law on one page. Pure; imports nothing of the project."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

RESIDENT = "resident"  # taken by the person who holds number and query code
SYSTEM = "system"  # taken by the portal itself


@dataclass(frozen=True)
class Among:
    """Held by every office whose key stands in an array column: `held=Among("awaited_ids")`."""

    column: str

    def __call__(self, case, office):
        return office in getattr(case, self.column)


@dataclass(frozen=True)
class Another:
    """The second person: neither who stands in one of the `columns` of the case (`"compiler"`, of a relative `"draft.drafter"`), nor who
    took one of the `steps` last. `told` says so in Chinese; `when`: a condition on the case, without which one person may do both."""

    told: Any
    columns: tuple = ()
    steps: tuple = ()
    when: Callable | None = None


@dataclass(frozen=True)
class Step:
    """One move of a case. `source` empty: it opens the case. `target` None: the state stays.

    `needs` is a Capability, `RESIDENT` or `SYSTEM`; `held`: only the office that holds the case may take it, or the one in the column of
    that name (`held="unit"`), or one for which `held(case, key of the office)` is true; `second`: who has to be another person. `starts`,
    `drops`, `meets`, `pauses` and `resumes` name clocks; `fields` what the step's form asks for; `article` the law it rests on; `public`:
    the resident sees it; `main`: it is what is usually done next; `rare`: it stands folded away below the others; `when`: a condition on
    the case.
    `after` and `until` name columns with a moment: before the one and past the other it cannot be taken (nor where the moment is not set).
    """

    name: str
    label: str
    source: tuple = ()
    target: Any = None
    needs: Any = SYSTEM
    held: bool | str | Callable = False
    second: Another | None = None
    note_required: bool = False
    starts: tuple = ()
    drops: tuple = ()
    meets: tuple = ()
    pauses: tuple = ()
    resumes: tuple = ()
    fields: tuple = ()
    article: str = ""
    public: bool = False
    main: bool = False
    rare: bool = False
    when: Callable | None = None
    after: str = ""
    until: str = ""


class UnknownStep(LookupError):
    """The procedure has no step of that name."""


@dataclass(frozen=True)
class Flow:
    """A procedure: its steps, the first one, and the states in which a case has ended."""

    procedure: str
    label: str
    opening: Step
    steps: tuple
    final: frozenset
    article: str = ""
    person: Any = "当事人"  # what the person is called who takes the steps of RESIDENT
    words: dict = field(default_factory=dict)  # what is called how of what a step is given, where the case has no column of that name

    def step(self, name):
        for step in self.steps:
            if step.name == name:
                return step
        raise UnknownStep(f"{self.procedure} has no step {name!r}")

    def leaving(self, state):
        """Steps that can be taken from a state, in the order of the table."""
        return tuple(step for step in self.steps if state in step.source)

    def clocks(self):
        """Every clock its steps start."""
        return tuple(dict.fromkeys(term for step in (self.opening, *self.steps) for term in step.starts))

    def states(self):
        """Every state that occurs, in order of appearance."""
        found = {self.opening.target: None}
        for step in self.steps:
            found.update(dict.fromkeys(step.source))
            if step.target is not None:
                found[step.target] = None
        return tuple(found)
