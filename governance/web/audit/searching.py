"""Finding events in a table of tens of millions: along one index, from the newest back, page by key.

A question names what leads (a case, a person, an office's posts, a procedure, else time alone), and an index answers it in order of time.
The rest is looked at row by row, and so is whether the case lies in the auditor's area; a page stops after `LOOKED_AT` rows, says how far
it came, and goes on from there. So no question, however rare its answers are, takes longer than a few short queries.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from governance import registry
from governance.access.scope import Scoped, may
from governance.cases.rules import tidied
from governance.people.models import Post
from governance.permissions import AUDIT
from governance.timeline.models import Event
from governance.web.audit.models import AuditExport

PAGE, BATCH, LOOKED_AT = 50, 400, 6000
STREAMS_AT_MOST = 40  # more posts than that are asked for in one query, which sorts
SLIM = ("pk", "at", "content_type", "object_id", "kind", "by", "post")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """A question, checked. `step` is the kind of an event; `until` is the first moment not asked for; `before` a key of `key_of`."""

    number: str = ""
    people: tuple = ()
    posts: tuple | None = None  # of the office asked for
    procedure: str = ""
    step: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: str = ""


@dataclass
class Found:
    """Keys of events, newest first; `next` is the key to go on from ("" at the end), `looked_to` the moment the search came to."""

    keys: list = field(default_factory=list)
    next: str = ""
    is_short: bool = False  # it stopped for having looked at enough, not for having found enough
    looked_to: datetime | None = None


def key_of(row):
    """Where a page ends: microseconds since 1970, and the key of the event."""
    return f"{(row['at'] - EPOCH) // timedelta(microseconds=1)}.{row['pk']}"


def read_key(text):
    """(moment, key), or None for what is no key of a page."""
    moment, dot, key = text.partition(".")
    digits = moment.removeprefix("-") + key
    if not dot or not (digits.isascii() and digits.isdecimal() and moment and key) or len(digits) > 36:
        return None
    try:
        return EPOCH + timedelta(microseconds=int(moment)), int(key)
    except OverflowError:
        return None


def search(asked, user, *, most=PAGE, look=LOOKED_AT, batch=BATCH):
    """The events somebody may see, newest first, as far as `most` are found or `look` rows were looked at."""
    found, area, rows = Found(), Area(user), walk(asked, batch)
    looked = 0
    while looked < look and (taken := list(islice(rows, batch))):
        looked += len(taken)
        fitting = [row for row in taken if fits(row, asked)]
        for row in area.of(fitting):
            found.keys.append(row["pk"])
            if len(found.keys) == most:
                found.next, found.looked_to = key_of(row), row["at"]
                return found
        found.looked_to, found.next = taken[-1]["at"], key_of(taken[-1]) if len(taken) == batch else ""
    found.is_short = bool(found.next)
    return found


def posts_of(office):
    """The posts an office has and had, the newest first: by these its events are found."""
    return tuple(Post.objects.filter(office=office).order_by("-pk").values_list("pk", flat=True))


def walk(asked, batch):
    """Slim rows from the newest back, along the index of whatever leads."""
    streams = [stream(lead, asked, batch) for lead in leads(asked)]
    if len(streams) == 1:
        return streams[0]
    return merge(*streams, key=lambda row: (row["at"], row["pk"]), reverse=True)


def leads(asked):
    """The conditions an index answers in order of time; one stream for each."""
    if asked.number:
        return [Q(content_type=kind, object_id=key) for kind, key in cases_named(asked.number)]
    if asked.people:
        return [Q(by=key) for key in asked.people]
    if asked.posts is not None:
        return [Q(post=key) for key in asked.posts] if len(asked.posts) <= STREAMS_AT_MOST else [Q(post__in=asked.posts)]
    if asked.procedure:
        return [Q(content_type=ContentType.objects.get_for_model(registry.case_models()[asked.procedure]))]
    return [Q()]


def stream(lead, asked, batch):
    """Rows of one lead, read in growing portions as they are asked for."""
    place, portion = read_key(asked.before), PAGE
    while True:
        rows = list(portion_of(lead, asked, place)[:portion])
        yield from rows
        if len(rows) < portion:
            return
        place, portion = (rows[-1]["at"], rows[-1]["pk"]), batch


def portion_of(lead, asked, place):
    """The slim rows of a lead before a place, newest first: a walk along its index."""
    rows = Event.objects.filter(lead).order_by("-at", "-pk").values(*SLIM)
    if asked.since:
        rows = rows.filter(at__gte=asked.since)
    if asked.until:
        rows = rows.filter(at__lt=asked.until)
    if place:
        moment, key = place
        rows = rows.filter(Q(at__lt=moment) | Q(at=moment, pk__lt=key), at__lte=moment)
    return rows


def fits(row, asked):
    """Whether a row answers the parts of the question that do not lead."""
    if asked.step and row["kind"] != asked.step:
        return False
    if asked.people and row["by"] not in asked.people:
        return False
    if asked.procedure and row["content_type"] != ContentType.objects.get_for_model(registry.case_models()[asked.procedure]).pk:
        return False
    return asked.posts is None or row["post"] in asked.posts


def cases_named(number):
    """(content type, key) of what bears a number, of whatever procedure: one look into a unique index each."""
    wanted = [number.strip(), tidied(number)]
    return [
        (ContentType.objects.get_for_model(model).pk, key)
        for model in audited_models()
        for key in model.objects.filter(number__in=wanted).values_list("pk", flat=True)
    ]


def audited_models():
    """The models whose numbers can be asked for: those of cases, the exports themselves, and what a chapter declares besides."""
    return [*dict.fromkeys([*registry.case_models().values(), AuditExport, *registry.declared("audited")])]


class Area:
    """What of the events lies in the area of a person, and what of it the person may read."""

    def __init__(self, user):
        self.user, self.models = user, {}

    def model_of(self, kind):
        """The model of a content type, None where it cannot be scoped."""
        if kind not in self.models:
            model = ContentType.objects.get_for_id(kind).model_class()
            self.models[kind] = model if model and isinstance(model._default_manager.none(), Scoped) else None
        return self.models[kind]

    def of(self, rows):
        """The rows of cases within reach, in their order: one query for each kind of case among them."""
        wanted = {}
        for row in rows:
            wanted.setdefault(row["content_type"], set()).add(row["object_id"])
        seen = {(kind, key) for kind, keys in wanted.items() for key in self._seen(kind, keys)}
        return [row for row in rows if (row["content_type"], row["object_id"]) in seen]

    def _seen(self, kind, keys):
        model = self.model_of(kind)
        if model is None:
            return ()
        return model.objects.visible_to(self.user, AUDIT).filter(pk__in=keys).order_by().values_list("pk", flat=True)

    def reads(self, kind):
        """Whether the person may read what is written about cases of a kind, and not only that something happened."""
        capability = getattr(self.model_of(kind), "view_capability", None)
        return capability is not None and may(self.user, capability)
