"""Splits a complaint of several matters into parts, and answers it when all of them have ended.

A part is a complaint of its own with the same sealed contact, but the person has one number: the whole's. Parts and whole are counted as
docs/adr/0011 says. The whole is moved by a task that looks at the parts, so that nobody who works on a part waits for it.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.utils.translation import gettext as _

from disputes.complaints.enums import FINAL, State
from disputes.complaints.models import Complaint
from disputes.complaints.services import file_complaint
from disputes.splitting.rules import gathered
from governance.flow import engine
from governance.flow.table import RESIDENT, SYSTEM
from governance.timeline.models import Event
from governance.timeline.record import record

COMPLAINTS = Complaint.flow.procedure
ANSWERED = Q(kind__in=[f"{COMPLAINTS}.{step}" for step in ("reply", "not_accept")]) | Q(kind=f"{COMPLAINTS}.hear", data__step="reply")
HANDED_DOWN = ("source", "landmark", "latitude", "longitude", "is_anonymous", "is_secret", "reporter_name", "reporter_phone", "phone_index")
WITHDRAWABLE = Complaint.flow.step("withdraw").source
SETTLED = (State.REPLIED, State.CALLED_BACK, State.CLOSED)


@engine.after(COMPLAINTS, "split")
def open_parts(complaint, taken):
    """One complaint for each part; both timelines say so."""
    for part in taken.given["parts"]:
        child = part_of(complaint, part, by=taken.by, at=taken.at)
        note(complaint, "part_opened", _("拆分出 %(number)s") % {"number": child.number}, child, taken)
        note(child, "part_received", _("由 %(number)s 拆分") % {"number": complaint.number}, complaint, taken)
        child.save(update_fields=["version"])
    complaint.parts = len(taken.given["parts"])
    complaint.suggested_office = None


def part_of(complaint, part, *, by, at):
    """Register a part: the whole's place, kind and contact, its own category and words."""
    facts = {name: getattr(complaint, name) for name in HANDED_DOWN}
    return file_complaint(
        at=at,
        by=by,
        place=complaint.place,
        category=part["category"],
        kind=complaint.kind,
        description=part["text"],
        parent=complaint,
        **facts,
    ).complaint


def note(case, kind, label, other, taken):
    """Who dispatches reads on either timeline what it was made from and what of it."""
    record(case, f"{COMPLAINTS}.{kind}", label, by=taken.by, at=taken.at, data={"number": other.number})


@engine.after(COMPLAINTS, "dispatch")
def let_see_the_whole(complaint, taken):
    """Whoever handles a part may read the whole and its files."""
    if complaint.parent_id:
        whole = Complaint.objects.filter(pk=complaint.parent_id).exclude(office_ids__contains=[complaint.office_id])
        added = Func(
            F("office_ids"), Value(complaint.office_id), function="array_append", output_field=Complaint._meta.get_field("office_ids")
        )
        whole.update(office_ids=added)


@engine.after(COMPLAINTS, "withdraw")
def withdraw_parts(complaint, taken):
    """What is not answered yet is withdrawn with the whole."""
    if taken.came_from == State.SPLIT:
        for child in parts_of(complaint).filter(state__in=WITHDRAWABLE):
            engine.take(child, "withdraw", by=RESIDENT, at=taken.at, note=taken.note)


@engine.after(COMPLAINTS, "await_parts")
def forget_the_answer(complaint, taken):
    """What was said of the first answer no longer holds."""
    complaint.reopening_asked = False
    complaint.solved = complaint.satisfaction = ""
    complaint.reached = complaint.rated_at = None
    complaint.reworks += 1


@engine.after(COMPLAINTS, "answer_parts")
def note_answer(complaint, taken):
    complaint.replied_at = taken.at


def parts_of(complaint):
    return Complaint.objects.filter(parent=complaint.pk).select_related("office", "category").order_by("pk")


def to_gather():
    """Split complaints that do not stand as their parts do: all ended and not answered, or one under way again after the answer."""
    under_way = Complaint.objects.filter(parent=OuterRef("pk")).exclude(state__in=FINAL)
    waiting = Q(state=State.SPLIT) & ~Exists(under_way)
    return Complaint.objects.filter(parts__gt=0).filter(waiting | Q(Exists(under_way), state__in=SETTLED))


def gather_all(*, batch=200):
    """Answer, or open again, every split complaint whose parts say so; returns how many. Safe to run twice and side by side."""
    return sum(gather(pk) for pk in list(to_gather().order_by("pk").values_list("pk", flat=True)[:batch]))


@transaction.atomic
def gather(pk):
    """One of them, its row held while the parts are looked at."""
    complaint = engine.lock(Complaint(pk=pk))
    if not to_gather().filter(pk=pk).exists():
        return False
    children = list(parts_of(complaint))
    if complaint.state == State.SPLIT:
        at = max(child.closed_at for child in children)
        engine.take(complaint, "answer_parts", by=SYSTEM, at=at, note=gathered(answers(children)))
    else:
        at = max(Event.objects.of(child).order_by("-sequence").values_list("at", flat=True)[0] for child in children if child.is_ongoing)
        engine.take(complaint, "await_parts", by=SYSTEM, at=at)
    return True


def answers(children):
    """What was answered on each part, as `rules.gathered` takes it."""
    said = last_replies(children)
    return [(child.title, child.office.short_name if child.office else "", child.state_label, said.get(child.pk, "")) for child in children]


def last_replies(children):
    """key → the last answer of an office on that part."""
    kind = ContentType.objects.get_for_model(Complaint)
    rows = Event.objects.filter(content_type=kind, object_id__in=[child.pk for child in children])
    return dict(rows.filter(ANSWERED).order_by("object_id", "sequence").values_list("object_id", "note"))
