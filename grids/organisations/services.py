"""Enters organisations, and what else happens when a step is taken."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from governance.cases.services import next_number
from governance.flow import engine
from grids.organisations.models import FirmTask, Organisation

NAMESAKE = _("该地点已有同名的同类组织。")
LONGEST_TASK = FirmTask._meta.get_field("what").max_length


def register(*, by, at, place, serves=(), submission=None, **facts):
    """Enter an organisation. The same `submission` never enters twice; `facts`: kind, title, duties, phone, address, registered_no."""
    if earlier := submission and Organisation.objects.filter(submission=submission).first():
        return earlier
    organisation = Organisation(place=place, place_path=place.path, submission=submission, **facts)
    try:
        with transaction.atomic():
            organisation.number = next_number(at=at)
            engine.begin(organisation, by=by, at=at)
            organisation.serves.set(serves)
    except IntegrityError as refused:
        raise engine.StepRefused(NAMESAKE) from refused
    return organisation


def is_taken(title, *, place, kind, but_for):
    """Whether another organisation of the kind bears the name at the place; `but_for` is the sending that may have entered it itself."""
    return Organisation.objects.named(title, place=place, kind=kind).exclude(submission=but_for).exists()


def has_namesake(organisation, title):
    return Organisation.objects.namesakes(organisation, title).exists()


@engine.after("organisations", "correct", "reopen")
def refuse_namesake(organisation, taken):
    if has_namesake(organisation, organisation.title):
        raise engine.StepRefused(NAMESAKE)


@engine.after("organisations", "correct")
def keep_served(organisation, taken):
    organisation.serves.set(taken.given["serves"])


@engine.after("organisations", "set_task")
def set_task(organisation, taken):
    """Art. 56: the note of the step is the task."""
    FirmTask.objects.create(organisation=organisation, year=taken.given["year"], what=taken.note[:LONGEST_TASK], set_at=taken.at)


@engine.after("organisations", "finish_task")
def finish_task(organisation, taken):
    changed = organisation.tasks.waiting().filter(pk=taken.given["task"].pk).update(done_at=taken.at, outcome=taken.note[:LONGEST_TASK])
    if not changed:
        raise engine.StepRefused(_("这项任务已经记录完成，或者不属于该企业。"))
