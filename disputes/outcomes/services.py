"""Closed is not solved: what is closed without being solved, what an unhappy answer sets going, and who looks at a refusal again."""

from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints import terms
from disputes.complaints.enums import Outcome
from disputes.complaints.models import Complaint
from disputes.complaints.rules import may_ask_reopening
from disputes.outcomes.rules import asks_again, goes_up, reviewing_path
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.timeline.models import Event

BATCH = 500
CITY = 4  # characters of the city's path


@engine.after("complaints", "close_unsolved")
def keep_plan(complaint, taken):
    """A long-term plan has the day of its review, the other reasons have none. The reason given answers what the person asked by then."""
    planned, day = complaint.outcome == Outcome.LONG_TERM, complaint.review_on
    if complaint.outcome not in Outcome.values:
        raise engine.StepRefused(_("请选择未解决的原因。"))
    if planned and (day is None or day <= timezone.localdate(taken.at)):
        raise engine.StepRefused(_("需长期推进的，请填写今后的回头看日期。"))
    complaint.review_on = day if planned else None
    complaint.reopening_asked = False


def reason_of(complaint):
    """The event that closed it unsolved, with the words the person reads."""
    return Event.objects.of(complaint).with_actors().filter(kind="complaints.close_unsolved").order_by("-sequence").first()


@engine.after("complaints", "rate")
def ask_again(complaint, taken):
    """An unhappy answer asks for reopening by itself; the person was told so on the form and may have waved it away."""
    said = {"solved": complaint.solved, "satisfaction": complaint.satisfaction}
    if asks_again(**said, declined=taken.given.get("declined", False)) and may_ask_reopening(complaint):
        complaint.reopening_asked = True


@engine.after("complaints", "refuse_reopening")
def count_refusal(complaint, taken):
    """Refused a second time, the case stands on the desk of the centre above."""
    complaint.times_refused += 1
    if goes_up(complaint.times_refused):
        complaint.appeal_to = centre_above(complaint, taken.by)
        taken.clocks.start(terms.APPEAL, at=taken.at)


def centre_above(complaint, person):
    """The centre one level above the office that refused; the city's own where there is no other."""
    path = person.acting_post.office.place.path if person.acting_post else complaint.place_path[:CITY]
    return Office.objects.named(OfficeType.CENTRE, reviewing_path(path)) or Office.objects.named(OfficeType.CENTRE, path[:CITY])


@engine.after("complaints", "confirm_refusal", "order_reopening")
def settle_appeal(complaint, taken):
    complaint.appeal_to = None


def bring_back(*, at, batch=BATCH):
    """Reopen what was promised to be looked at again by this day; returns how many. Safe to run twice."""
    return sum(_come_back(pk, at=at) for pk in promised(at=at).values_list("pk", flat=True)[:batch])


def promised(*, at):
    """Closed plans whose day has come, the earliest first. What waits for another word is reopened by that word, or afterwards."""
    rows = Complaint.objects.to_come_back().filter(review_on__lte=timezone.localdate(at), reopening_asked=False, appeal_to=None)
    return rows.order_by("review_on", "pk")


def _come_back(pk, *, at):
    try:
        engine.take(Complaint(pk=pk), "come_back", by=SYSTEM, at=at, note=_("约定的回头看日期已到，请查看进展并重新答复。"))
    except engine.StepRefused:  # reopened meanwhile
        return False
    return True
