"""An event as an auditor reads it, with the word on its chain. Sealed facts are never among it."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy

from governance.privacy.fields import SealedField
from governance.timeline.models import ACTORS, Event
from governance.timeline.record import fault

REASONS = {
    "an event before it is missing": gettext_lazy("它前面缺少记录"),
    "it does not continue the event before it": gettext_lazy("与前一条记录对不上"),
    "its content was altered": gettext_lazy("内容被改动"),
}


@dataclass
class Line:
    """`note` is "" where the person may not read it, `fault` "" where the chain holds."""

    event: Any
    procedure: str
    url: str
    who: str
    office: str
    note: str
    reads: bool
    fault: str


def events_of(keys):
    """The events of these keys, in their order, with who acted."""
    found = Event.objects.filter(pk__in=keys).select_related("by", "post__office", "content_type").in_bulk()
    return [found[key] for key in keys]


def lines_of(events, area):
    """Each event with the word on its place in the chain: itself unaltered, and joined to the one before it."""
    before = previous_of(events)
    return [line_of(event, before.get((event.content_type_id, event.object_id, event.sequence - 1)), area) for event in events]


def line_of(event, previous, area):
    reads = readable(event, area)
    return Line(
        event=event, procedure=procedure_of(event), url=url_of(event), who=who(event), note=event.note if reads else "", reads=reads,
        office=event.post.office.name if event.post_id else "", fault=told(fault(event, previous)),
    )  # fmt: skip


def previous_of(events):
    """{(content type, key, sequence): event} of what stands before these."""
    wanted = [(event.content_type_id, event.object_id, event.sequence - 1) for event in events if event.sequence > 1]
    if not wanted:
        return {}
    asked = reduce(or_, (Q(content_type=kind, object_id=key, sequence=number) for kind, key, number in wanted))
    rows = Event.objects.filter(asked).only("content_type", "object_id", "sequence", "digest")
    return {(row.content_type_id, row.object_id, row.sequence): row for row in rows}


def told(reason):
    """The reason of `record.fault` in the words of the page."""
    return str(REASONS[reason]) if reason else ""


def readable(event, area):
    """Whether the person may read what was written: the procedure shows it, and no sealed fact is named in it."""
    return area.reads(event.content_type_id) and not names_sealed(event)


def names_sealed(event):
    """Whether the data hold a value under the name of a sealed column: it must never be shown, however it came there."""
    model = ContentType.objects.get_for_id(event.content_type_id).model_class()
    sealed = {field.name for field in model._meta.fields if isinstance(field, SealedField)} if model else set()
    return not sealed.isdisjoint(event.data)


def who(event):
    """The person who acted; a resident is never named."""
    if event.by_id:
        return event.by.name
    return event.actor_label or str(ACTORS.get(event.actor, ""))


def procedure_of(event):
    """What the case is called: by its procedure, else by its model."""
    model = event.content_type.model_class()
    flow = getattr(model, "flow", None)
    return str(flow.label if flow else model._meta.verbose_name) if model else ""


def url_of(event):
    """The page with the whole chain of the event's case; "" for what is no case."""
    flow = getattr(event.content_type.model_class(), "flow", None)
    return reverse("audit_case", args=[flow.procedure, event.case_number]) if flow else ""
