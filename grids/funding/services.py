"""Opens what is owed when a duty is admitted and every year again, and keeps the payments."""

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Left
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.cases.services import next_numbers
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from grids.admission.models import Duty
from grids.admission.rules import LEAVES_LIST
from grids.funding.enums import Outcome, State
from grids.funding.models import Allotment, Payment
from grids.funding.rules import months_in_force, outstanding, owed
from grids.mesh.models import Grid

TOWNSHIP = 9  # characters of a path
LONGEST_TITLE = 60

remindable("funding")


@engine.after("admission", "admit")
def begin_owing(admission, taken):
    """Money follows the work from the day it begins; for a duty that begins later the yearly run comes."""
    if admission.duty.is_in_force(timezone.localdate(taken.at)):
        open_year(admission.duty, at=taken.at)


def open_years(*, at):
    """What every duty in force owes for this year, as far as it does not stand there yet; safe to run twice. Returns how many."""
    return sum(
        open_year(duty, at=at) for duty in Duty.objects.in_force(timezone.localdate(at)).admitted().select_related("place", "office")
    )


@transaction.atomic
def open_year(duty, *, at):
    """One allotment for each township with grids, under the rate and the number of grids of this day."""
    duty = Duty.objects.select_for_update(of=("self",)).select_related("place", "office").get(pk=duty.pk)
    day = timezone.localdate(at)
    months, known = months_in_force(duty.in_force_from, duty.in_force_until, year=day.year), duty.allotments.filter(year=day.year)
    counts = grids_by_township(duty.place.path, day)
    townships = Office.objects.in_use().filter(type=OfficeType.TOWNSHIP, place__path__in=counts).exclude(pk__in=known.values("receiver"))
    facts = {"year": day.year, "months": months, "at": at}
    fresh = [
        _owing(duty, office, grids=counts[office.place.path], **facts) for office in townships.select_related("place").order_by("code")
    ]
    for case, number in zip(fresh, next_numbers([at] * len(fresh)), strict=True):
        case.number = number
    if fresh:
        engine.begin_many(fresh, by=SYSTEM, notes=[""] * len(fresh), data=[{}] * len(fresh))
    return len(fresh)


def grids_by_township(path, day):
    """{path of a township: its grids in use}, below a place."""
    rows = Grid.objects.active(day).within(path).order_by().values_list(Left("place_path", TOWNSHIP))
    return {township: count for township, count in rows.annotate(count=Count("pk")) if len(township) == TOWNSHIP}


def _owing(duty, office, *, grids, year, months, at):
    case = Allotment(
        duty=duty, receiver=office, year=year, rate=duty.rate, grids=grids, months=months, owed=owed(duty.rate, grids, months=months),
        title=_("%(duty)s%(year)s年经费") % {"duty": duty.label[: LONGEST_TITLE - 10], "year": year}, place=office.place, opened_at=at,
    )  # fmt: skip
    case.hand_to(duty.office)
    return case


@engine.after("funding", "pay")
def keep_payment(allotment, taken):
    """A payment waits for the receiver's word."""
    amount = taken.given["amount"]
    if not 0 < amount <= outstanding(allotment.owed, allotment.received):
        raise engine.StepRefused(_("拨付金额须大于零，且不超过尚欠的 %(due)s 元。") % {"due": allotment.outstanding})
    allotment.paying = amount
    facts = {"paid_on": taken.given["paid_on"], "voucher": taken.given["voucher"] or ""}
    Payment.objects.create(allotment=allotment, amount=amount, by=taken.by, at=taken.at, **facts)


@engine.after("funding", "confirm", "confirm_part", "not_received")
def keep_receipt(allotment, taken):
    """Only what the receiver saw arrive counts as received."""
    arrived = taken.step.name != "not_received"
    outcome = Outcome.RECEIVED if arrived else Outcome.NOT_RECEIVED
    waiting = allotment.payments.filter(outcome=Outcome.WAITING)
    waiting.update(outcome=outcome, confirmed_by=taken.by, confirmed_at=taken.at)
    allotment.received += allotment.paying if arrived else 0
    allotment.paying = 0


@engine.after("funding", "adjust")
def check_adjusted(allotment, taken):
    if allotment.owed <= allotment.received:
        raise engine.StepRefused(_("核减后的应拨额须大于已到账的 %(received)s 元。") % {"received": allotment.received})


@engine.after("admission", *LEAVES_LIST)
def owe_until_then(admission, taken):
    """A duty that left the list owes for the months it was carried in its last year."""
    duty = Duty.objects.get(pk=admission.duty_id)
    rows = Allotment.objects.filter(duty=duty, year=duty.in_force_until.year, state=State.OWED)
    for allotment in rows.select_related("place", "office"):
        months = months_in_force(duty.in_force_from, duty.in_force_until, year=allotment.year)
        due = owed(allotment.rate, allotment.grids, months=months)
        if due < allotment.owed:
            step = "settle" if due <= allotment.received else "recount"
            engine.take(allotment, step, by=SYSTEM, at=taken.at, months=months, owed=max(due, allotment.received))
