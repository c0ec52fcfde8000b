"""Issues keys, files what clients send, and says what of it may leave."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import IntegrityError, transaction
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints import terms
from disputes.complaints.enums import Kind, Source, State
from disputes.complaints.models import Category, Complaint
from disputes.complaints.services import file_complaint
from disputes.open311.models import ApiKey, ClientUpdate, ServiceAttribute, Submission
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.places.enums import Level
from governance.places.models import Place
from governance.timeline.models import Event
from governance.web.guard import memory
from governance.web.tracking.receipts import remember, remembered

KEY_BEGINS, SHOWN_OF_KEY = "hs311-", 12
HOUR, DAY, DAYS_KEPT = timedelta(hours=1), 24 * 3600, 8
RETRIED_WITHIN = 600  # seconds in which the same request of the same client is a retry, without a mark of its own
UNSEEN = (State.NOT_ACCEPTED, State.EMERGENCY, State.MEDIATION, State.WITHDRAWN)  # what strangers are told nothing of


class Refused(Exception):
    """The request cannot be carried out; answered with this status and these sentences."""

    def __init__(self, status, *sentences):
        super().__init__("; ".join(map(str, sentences)))
        self.status, self.sentences = status, sentences


@dataclass
class Received:
    """A request as it was understood. `mark` is the client's own, "" without one; `digest` is of all that was sent."""

    category: Category
    place: Place | None
    description: str
    digest: str
    mark: str = ""
    answers: list = field(default_factory=list)
    address_string: str = ""
    media_url: str = ""
    latitude: float | None = None
    longitude: float | None = None
    name: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Taken:
    """What became of a request. `code` is the query code, "" where the same was filed long before."""

    submission: Submission
    code: str


def digest_of(text):
    """A key has 190 random bits: a plain digest tells nothing of it."""
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def issue_key(key, *, by, at, plain=""):
    """Save a new client; returns its key, which nobody can read again. `plain` is given for the published one of the demo alone."""
    plain = plain or KEY_BEGINS + secrets.token_urlsafe(24)
    key.prefix, key.digest = plain[:SHOWN_OF_KEY], digest_of(plain)
    key.issued_by, key.issued_at = by, at
    key.save()
    return plain


def end_key(key, *, by, at):
    """Switch a key off; what it filed stays."""
    ApiKey.objects.live().filter(pk=key.pk).update(ended_at=at, ended_by=by)


def key_of(plain):
    """The live key, or None."""
    return ApiKey.objects.live().filter(digest=digest_of(plain)).first() if plain else None


def filed_this_hour(key, *, at):
    """How many requests the key filed in this hour of the clock: what its limit rests on while the cache is down."""
    start = at.replace(minute=0, second=0, microsecond=0)
    return Submission.objects.filter(key=key, at__gte=start, at__lt=start + HOUR).count()


def note_call(key, *, at):
    """One more call of the day. The sum is a help for the administrator, kept in the cache for a week and a day."""
    memory.count(_day(key, timezone.localdate(at)), seconds=DAYS_KEPT * DAY)


def used_on(key, day):
    """How many calls a key made on one of the last days; 0 where the cache has forgotten them."""
    return memory.counted(_day(key, day))


def _day(key, day):
    return f"open311:day:{key.pk}:{day:%Y%m%d}"


def filed_by_day(key, days):
    """{day: how many requests the key filed on it}."""
    rows = Submission.objects.filter(key=key, at__date__in=days).values_list("at__date").annotate(count=Count("pk"))
    return dict(rows.order_by())


def with_usage(keys, *, at):
    """The keys, each with what it filed in all and how often it called today."""
    rows = list(keys.annotate(filed=Count("submissions"), last=Max("submissions__at")))
    for row in rows:
        row.calls = used_on(row, timezone.localdate(at))
    return rows


def services():
    """Every matter one can file, in the order of the catalogue."""
    return Category.objects.leaves().filter(parent__active=True).order_by("code")


def service(code):
    """The service of that code; 404 for all others."""
    found = services().filter(code=code).first() if code else None
    if found is None:
        raise Refused(404, _("service_code “%(code)s” 不存在。") % {"code": code})
    return found


def file_request(received, *, key, at):
    """File a complaint for a client, once: the same `mark`, or without one the same request within ten minutes, gets the first answer.

    Without a division it lies at the city and waits to be placed. Raises `Refused` where a mark was used for something else before.
    """
    names = [submission_name(received, key=key, at=moment) for moment in (at, at - timedelta(seconds=RETRIED_WITHIN))]
    if earlier := filed_before(names, received):
        return earlier
    try:
        with transaction.atomic():
            return _file(received, key=key, at=at, submission=names[0])
    except IntegrityError:  # sent twice at the same moment
        if earlier := filed_before(names, received):
            return earlier
        raise


def submission_name(received, *, key, at):
    """By which the same request is known again."""
    window = int(at.timestamp()) // RETRIED_WITHIN
    return uuid5(NAMESPACE_URL, f"open311:{key.pk}:" + (f"mark:{received.mark}" if received.mark else f"{window}:{received.digest}"))


def filed_before(names, received):
    """The answer to the first try, or None."""
    found = Submission.objects.filter(complaint__submission__in=names).select_related("complaint").first()
    if found is None:
        return None
    if found.digest != received.digest:
        raise Refused(400, _("Idempotency-Key 已用于另一件诉求，请换一个。"))
    return Taken(found, remembered(found.complaint.submission))


def _file(received, *, key, at, submission):
    place = received.place or Place.objects.in_use().at(Level.CITY).get()
    filed = file_complaint(
        at=at, place=place, category=received.category, kind=Kind.COMPLAINT, description=received.description, source=Source.OPEN311,
        name=received.name, phone=received.phone, submission=submission, landmark=received.address_string[:120],
        latitude=received.latitude, longitude=received.longitude, needs_place=received.place is None,
    )  # fmt: skip
    remember(submission, filed.query_code)
    made = Submission.objects.create(
        complaint=filed.complaint, key=key, digest=received.digest, answers=received.answers, address_string=received.address_string,
        media_url=received.media_url, at=at,
    )  # fmt: skip
    return Taken(made, filed.query_code)


# What strangers may know of: categories that are public, nobody who asked for secrecy, no report on anybody (举报). Personal information
# law art. 6 and 25.
LISTED = (
    Q(category__is_public=True, category__is_sensitive=False, category__parent__is_sensitive=False, is_secret=False, is_anonymous=False)
    & ~Q(kind=Kind.REPORT)
    & ~Q(state__in=UNSEEN)
)


def readable(key):
    """What is listed, and to a client that may see its own besides, what it filed itself."""
    own = Exists(Submission.objects.filter(complaint=OuterRef("pk"), key=key)) if key else None
    return Complaint.objects.filter(own | LISTED if own else LISTED)


def number_of_token(token, *, key):
    """The number of what was filed with a token, or with the client's own mark."""
    found = Submission.objects.select_related("complaint")
    submission = _by_token(found, token) or (key and _by_mark(found, token, key))
    if not submission:
        raise Refused(404, _("token “%(token)s” 不存在。") % {"token": token})
    return submission.complaint.number


def _by_token(found, token):
    try:
        return found.filter(token=UUID(token)).first()
    except ValueError:
        return None


def _by_mark(found, mark, key):
    name = uuid5(NAMESPACE_URL, f"open311:{key.pk}:mark:{mark}")
    return found.filter(key=key, complaint__submission=name).first()


@dataclass(frozen=True)
class Beside:
    """What stands beside complaints in other tables: the end of the handling limit, the last event, whose they are."""

    due: dict
    updated: dict
    own: frozenset
    replies: dict


def beside(complaints, *, key):
    """Read for a page of complaints at once."""
    keys = [complaint.pk for complaint in complaints]
    handling = Deadline.objects.filter(content_type=kind_of_case(), object_id__in=keys, term=terms.HANDLE.name).order_by("started_at")
    told = Event.objects.filter(content_type=kind_of_case(), object_id__in=keys).for_residents()
    own = frozenset(Submission.objects.filter(key=key, complaint__in=keys).values_list("pk", flat=True)) if key else frozenset()
    replies = told.filter(object_id__in=own, kind__in=SAID).order_by("sequence").values_list("object_id", "note") if own else ()
    return Beside(
        due=dict(handling.values_list("object_id", "due_at")),
        updated=dict(told.order_by().values("object_id").annotate(last=Max("at")).values_list("object_id", "last")),
        own=own,
        replies=dict(replies),
    )


SAID = ("complaints.reply", "complaints.not_accept")  # what an office tells the person


def kind_of_case():
    return Event._meta.get_field("content_type").related_model.objects.get_for_model(Complaint)


def own_submission(number, *, key):
    """What this client filed under the number; 404 for all others."""
    found = Submission.objects.filter(key=key, complaint__number=number).select_related("complaint__place", "complaint__office").first()
    if found is None:
        raise Refused(404, _("service_request_id “%(number)s” 不存在，或不是本客户端提交的。") % {"number": number})
    return found


@transaction.atomic
def add_update(submission, *, external_id, text, reopens, at):
    """A word of the person sent by the client. On a closed matter it asks for reopening, if the client says that it is open again.

    The same `external_id` sent twice adds nothing. Raises `Refused` where nothing more can be said.
    """
    complaint = engine.lock(submission.complaint)
    if earlier := external_id and submission.updates.filter(external_id=external_id).select_related("event").first():
        return earlier.event
    step = "ask_reopening" if complaint.state == State.CLOSED and reopens else "add_word"
    try:
        moved = engine.take(complaint, step, by=RESIDENT, at=at, note=text)
    except engine.StepRefused as refused:
        raise Refused(400, str(refused)) from refused
    event = Event.objects.of(moved).get(sequence=moved.version)
    ClientUpdate.objects.create(submission=submission, external_id=external_id or str(event.pk), event=event)
    return event


def events_between(complaints, start, end):
    """What the persons concerned were told of these complaints, in its order. It was recorded no earlier than it happened."""
    found = Event.objects.filter(content_type=kind_of_case(), object_id__in=complaints.values("pk"))
    return (
        found.for_residents()
        .filter(recorded_at__gte=start, at__gte=start, at__lte=end, kind__startswith="complaints.")
        .order_by("at", "pk")
    )


def attribute_counts():
    """category key → how many questions it asks."""
    counts = {}
    for category in ServiceAttribute.objects.filter(active=True).values_list("category_id", flat=True):
        counts[category] = counts.get(category, 0) + 1
    return counts
