"""What volunteers do and see without an account: calls, a place, its receipt, and the certificate of hours."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.papers.filling import made
from governance.privacy.enums import Purpose
from governance.privacy.services import open_sealed
from governance.web.formats import cn_date, cn_datetime
from governance.web.tracking.receipts import Receipt, remember, remembered
from grids.volunteering.enums import State
from grids.volunteering.models import Call, SignUp
from grids.volunteering.services import sign_up

CERTIFICATE = Path(__file__).parent.parent / "data" / "certificate.txt"


def published(number):
    """The call of a number as everyone may read it, with the places taken; None for what is not public."""
    return Call.objects.published().for_detail().with_taken().filter(number=number).first()


def coming(place, *, at):
    """Calls that have not ended, soonest first; `place` narrows them."""
    rows = Call.objects.published().filter(state=State.OPEN, ends_at__gt=at).with_taken()
    if place:
        rows = rows.within(place.path)
    return rows.select_related("place", "organisation").defer("search").order_by("starts_at", "pk")


def send(call, form, *, at):
    """Take a place for a valid form, once: sent again, it gets the receipt of the first time. Raises `SignUpRefused`."""
    facts = {name: form.cleaned_data[name] for name in ("name", "phone", "submission")}
    signed = sign_up(call, at=at, **facts)
    if signed.query_code:
        remember(facts["submission"], signed.query_code)
    return Receipt(signed.sign_up.number, signed.query_code or remembered(facts["submission"]))


def own_place(number):
    """The place of a number. Ask for the person's pass first (`passes.holds`)."""
    return SignUp.objects.for_detail().filter(number=number).first()


def certificate(own, *, at):
    """The hours as a paper, for whoever gave number and code: the person's own name is opened for the person."""
    call = own.call
    office = call.office.name if call.office_id else call.organisation.title
    facts = {
        "name": open_sealed(own, "name", by=None, purpose=Purpose.SELF, at=at),
        "activity": call.title,
        "organisation": call.organisation.title,
        "place": call.place.full_name,
        "venue": call.venue,
        "when": f"{cn_datetime(call.starts_at)}—{cn_datetime(call.ends_at)}",
        "hours": own.hours,
        "confirmed": cn_date(own.confirmed_at),
        "number": own.number,
        "office": office,
        "today": cn_date(timezone.localdate(at)),
    }
    return made(CERTIFICATE, facts, name=f"{_('志愿服务时长证明')} {own.number}", form="pdf")
