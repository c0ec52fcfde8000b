"""A few complaints so old that their contact data are erased, and openings of contact data in the last weeks."""

from datetime import timedelta

from django.db import transaction

from disputes.complaints.demo import texts
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.seed import gathered
from disputes.complaints.models import Complaint
from disputes.complaints.services import file_complaint
from disputes.retention.services import erase_due
from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.notices.services import loading_history
from governance.privacy.enums import Purpose
from governance.privacy.services import open_sealed

OLD, OPENED = 8, 40
YEARS_AGO = timedelta(days=3 * 365 + 20)
RECENT = timedelta(days=10)
PURPOSES = {Purpose.CONTACT: 6, Purpose.VERIFY: 3, Purpose.CALL_BACK: 1}


def seed(*, rng, scale, count, at, say):
    """Old cases, closed and erased; nothing for a city in bulk, or when it was done before."""
    if scale != "demo" or Complaint.objects.filter(erased_at__isnull=False).exists():
        return
    cast = gathered()
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        for number in range(OLD):
            tell_old(rng, cast, at=at - YEARS_AGO - timedelta(days=9 * number))
        erased = erase_due(at=at)
        open_some(rng, cast, at=at)
    say(f"retention: contact data of {erased} old complaints erased")


def tell_old(rng, cast, *, at):
    """A complaint answered within two days and closed."""
    place, category = rng.choice(cast.places), cast.categories["0601"]
    title, description, landmark = texts.complaint_text(
        rng, category_code=category.code, place_name=place.short_name, kind="complaint", month=at.month
    )
    filed = file_complaint(
        at=at, by=cast.operator, place=place, category=category, kind="complaint", title=title[:60], description=description,
        landmark=landmark, source="phone", name=person_name(rng), phone=phone_number(rng),
    )  # fmt: skip
    case, office = filed.complaint, filed.complaint.suggested_office
    handler, said = cast.handlers.get(office and office.pk), {"reached": True, "solved": "yes", "satisfaction": "satisfied"}
    if handler is None:
        return
    steps = [
        ("classify", cast.operator, {"kind": case.kind, "category": category, "urgency": case.urgency}),
        ("dispatch", cast.operator, {"office": office}),
        ("sign", handler, {}),
        ("contact", handler, {"note": texts.contact_note(rng)}),
        ("reply", handler, {"note": texts.step_note(rng, "reply_again")}),
        ("call_back", cast.operator, {**said, "note": texts.callback_note(rng, office=office.short_name, **said)}),
        ("close", cast.operator, {}),
    ]
    for hours, (step, by, given) in enumerate(steps, start=1):
        case = engine.take(case, step, by=by, at=at + timedelta(hours=2 * hours), **given)


def open_some(rng, cast, *, at):
    """Handlers looked up whom to call, in the last weeks."""
    recent = Complaint.objects.filter(opened_at__gte=at - timedelta(days=20), is_secret=False, is_anonymous=False, office__isnull=False)
    for complaint in recent.exclude(reporter_phone="").order_by("pk")[:OPENED]:
        handler = cast.handlers.get(complaint.office_id)
        purpose = rng.choices(list(PURPOSES), weights=PURPOSES.values())[0]
        moment = min(complaint.opened_at + timedelta(hours=rng.uniform(1, 30)), at)
        if handler:
            open_sealed(complaint, "reporter_phone", by=handler, purpose=purpose, at=moment)
