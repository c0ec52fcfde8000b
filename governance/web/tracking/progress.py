"""How far a matter is, as the person reads it: its phases, its clocks, what happened. The words are each procedure's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.timeline.models import Event


@dataclass(frozen=True)
class Progress:
    """The phases a matter goes through. One that ended another way stops where it was."""

    phases: tuple  # of (step that begins it, label, states in which it is the present one)
    stopped: Mapping  # state in which a matter ended another way → the step that ended it
    done: Any  # the state that leaves nothing to come

    def line(self, state, taken):
        """The line of phases for components/progress.html; `taken` is {step: moment}."""
        if state in self.stopped:
            reached = [_phase(label, "done", taken[step]) for step, label, _states in self.phases if step in taken]
            return [*reached, _phase(type(self.done)(state).label, "stopped", taken.get(self.stopped[state]))]
        here = next(index for index, (_step, _label, states) in enumerate(self.phases) if state in states)
        line = []
        for index, (step, label, _states) in enumerate(self.phases):
            reached = "done" if index < here or state == self.done else "current" if index == here else "next"
            line.append(_phase(label, reached, taken.get(step) if reached != "next" else None))
        return line


def _phase(label, state, at):
    return {"label": label, "state": state, "at": at, "note": ""}


def told_events(case):
    """What of the timeline is for the person, from the beginning."""
    return [*Event.objects.of(case).for_residents().with_actors().order_by("sequence")]


def step_of(event):
    """The step an event tells of: "tips.answer" → "answer"."""
    return event.kind.rpartition(".")[2]


def entry(event, *, labels, notes):
    """An event for components/timeline.html: in the person's words, and with the note only where it was written for the person."""
    step = step_of(event)
    note = event.note if step in notes else ""
    return {"label": labels.get(step, event.label), "at": event.at, "actor_label": event.actor_label, "note": note, "public": True}


def clocks_of(case, labels, *more):
    """The clocks that concern the person, in their words, and those named besides; what was dropped is due to nobody."""
    wanted = Deadline.objects.of(case).filter(term__in=[*labels, *more]).exclude(state=DeadlineState.DROPPED)
    rows = [*wanted.select_related("limit").order_by("started_at")]
    for deadline in rows:
        deadline.label = labels.get(deadline.term, deadline.label)
    return rows
