"""What an office owes, by when and under which law: read from the clocks of all procedures, and from what a chapter declares besides.

Nothing is listed twice: an open clock whose office it is says what is owed, the flow table under which article, the limit by which source.
What no clock tells (there is no plan at all) a chapter adds as `PARTS["owed"]`: each (office, user, at) → `Owed` lines.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from governance import registry
from governance.access.scope import may
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.deadlines.terms import term_named

MOST = 500  # open clocks of one office


@dataclass(frozen=True)
class Owed:
    """One thing owed: what, about which matter, by which article; `source` is the law its limit rests on, no `due_at` where none runs."""

    what: Any
    about: str
    url: str
    article: Any
    due_at: datetime | None = None
    source: Any = ""
    number: str = ""
    state: str = ""
    tone: str = "waiting"
    met_at: datetime | None = None
    in_time: bool = True
    unit: str = ""  # what its limit counts in

    def is_late(self, at):
        return self.due_at is not None and self.due_at < at


def owed_by(office, user, *, at):
    """What the office owes, first due first, then what has no day; only of cases this person may see."""
    clocks = Deadline.objects.still_open().filter(office=office).select_related("limit").order_by("due_at", "pk")[:MOST]
    return [*lines_of(clocks, user), *(line for find in registry.declared("owed") for line in find(office, user, at))]


def met_by(office, user, *, since, most):
    """What the office did of what it owed since a moment, the latest first."""
    clocks = Deadline.objects.filter(office=office, state=DeadlineState.MET, met_at__gte=since).select_related("limit")
    return lines_of(clocks.order_by("-met_at", "-pk")[:most], user)


def lines_of(clocks, user):
    """The clocks as lines; of cases out of reach, and of what is a right and no duty, there is none."""
    clocks = [clock for clock in clocks if (term := term_named(clock.term)) is None or term.owed]
    wanted = {}
    for clock in clocks:
        wanted.setdefault(clock.content_type_id, set()).add(clock.object_id)
    cases = {kind: _cases(kind, keys, clocks, user) for kind, keys in wanted.items()}
    found = [(clock, cases[clock.content_type_id].get(clock.object_id)) for clock in clocks]
    return [_line(clock, case) for clock, case in found if case is not None]


def duties(clocks, user):
    """The same choice within the database: those clocks that are duties, of cases this person may see."""
    rights = [term.name for term in registry.declared("terms") if not term.owed]
    reach = Q(pk=None)
    for kind in ContentType.objects.filter(pk__in=clocks.order_by().values("content_type")):
        model = kind.model_class()
        if getattr(model, "flow", None) is not None and may(user, model.view_capability):
            reach |= Q(content_type=kind, object_id__in=model.objects.visible_to(user, model.view_capability).values("pk"))
    return clocks.filter(reach).exclude(term__in=rights)


def _cases(kind, keys, clocks, user):
    """{key: case} of one kind, as far as the person may see them."""
    model = next(clock for clock in clocks if clock.content_type_id == kind).content_type.model_class()
    if getattr(model, "flow", None) is None or not may(user, model.view_capability):
        return {}
    return {case.pk: case for case in model.objects.visible_to(user, model.view_capability).filter(pk__in=keys)}


def _line(clock, case):
    return Owed(
        what=clock.label, about=case.title, url=case.get_absolute_url(), article=article_of(case.flow, clock.term), due_at=clock.due_at,
        source=clock.limit.source_label, number=case.number, state=str(case.state_label), tone=case.tone, met_at=clock.met_at,
        in_time=clock.was_kept is not False, unit=clock.limit.unit,
    )  # fmt: skip


def article_of(flow, term):
    """The law under which a clock runs: that of the step that starts it, else of the step that meets it, else the procedure's."""
    steps = [step for step in (flow.opening, *flow.steps) if step.article]
    starting = (step for step in steps if any(one.name == term for one in step.starts))
    meeting = (step for step in steps if any(one.name == term for one in step.meets))
    return next((step.article for step in (*starting, *meeting)), flow.article)
