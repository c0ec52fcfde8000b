"""What the phone keeps of inspections: a page that holds nobody's data, and the person's own inspections beside it."""

from uuid import uuid4

from django.conf import settings
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from emergencies.inspections.forms import RecordForm
from emergencies.inspections.services import latest_removal
from governance.web.formats import cn_due
from governance.web.furniture import LARGE_TYPE_COOKIE, person_key

BOOK = "inspections"  # under which the phone keeps what follows, beside what other pages keep of the same person
MOST = 20  # inspections a phone takes along


def sheet_page(*, at):
    """The page without a person: rendered without a request, so that no session can leave a trace in it."""
    return render_to_string("emergencies/inspections/sheet.html", {"is_demo": settings.MODE == "demo"})


def profile(request, rows, *, at):
    """Who is signed in, and the forms of what waits for the person; `token` is for the sending that follows."""
    items, latest = {}, latest_removal(at=at)
    found = []
    for row in rows[:MOST]:
        if row.checks_id not in items:
            items[row.checks_id] = [*row.checks.items.all()]
        found.append(taken_along(row, items[row.checks_id], at=at, latest=latest))
    return {
        "person": person_key(request.user),
        "book": BOOK,
        "token": get_token(request),
        "inspections": found,
        "large": request.COOKIES.get(LARGE_TYPE_COOKIE) == "1",
    }


def taken_along(inspection, items, *, at, latest):
    """One inspection as the phone shows it without network: a line of the list, and its form as HTML."""
    form = RecordForm(items=items, at=at, latest=latest, initial={"number": inspection.number, "submission": uuid4()})
    return {
        "number": inspection.number,
        "title": inspection.title,
        "where": f"{inspection.place.short_name} {inspection.premises.address}",
        "due": cn_due(inspection.due_at) if inspection.due_at else "",
        "html": render_to_string("emergencies/inspections/_record.html", {"form": form, "inspection": inspection}),
    }
