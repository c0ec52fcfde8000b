"""Opens what a party applies for, and finds what their pages show."""

from disputes.mediation.models import Mediation
from disputes.mediation.services import open_mediation
from governance.web.tracking.receipts import once

FACTS = ("kind", "description", "demand", "place", "submission")


def apply(form, *, at):
    """Open the mediation a valid form asks for, once: the same submission sent again gets the receipt of the first time."""
    facts = {name: form.cleaned_data[name] for name in FACTS}
    opened = open_mediation(at=at, parties=form.parties(), **facts)
    return once(facts["submission"], opened.mediation.number, opened.query_code)


def tracked(number):
    """The mediation of a number. Ask for the person's pass first (`passes.holds`)."""
    return Mediation.objects.for_detail().filter(number=number).first()
