"""Registers what is reported without an account, and finds what its pages show."""

from uuid import UUID

from emergencies.incidents.enums import Source
from emergencies.incidents.models import Incident
from emergencies.incidents.services import kind_named, report_with_photographs, reported_before
from governance.cases.rules import new_query_code
from governance.cases.tracking import code_index
from governance.flow.table import RESIDENT
from governance.web.tracking.receipts import Receipt, once, remembered


def report_by_public(photographs=(), *, at, description, kind=None, **facts):
    """(incident, query code) of what somebody reports without an account; the code is "" for who had it before."""
    if earlier := reported_before(facts.get("submission")):
        return earlier, ""
    code = new_query_code()
    facts |= {"description": description, "kind": kind or kind_named("", description), "query_code_index": code_index(code)}
    incident = report_with_photographs(photographs, at=at, by=RESIDENT, source=Source.PUBLIC, **facts)
    return incident, code if incident.query_code_index == facts["query_code_index"] else ""


def send(form, *, at):
    """Register what a valid form says, once: the same submission sent again gets the receipt of the first time."""
    facts = form.facts()
    incident, code = report_by_public(form.all_photographs(), at=at, **facts)
    return once(facts["submission"], incident.number, code)


def sent_before(submission):
    """The receipt of a form that was sent already, or None."""
    try:
        number = Incident.objects.filter(submission=UUID(submission)).values_list("number", flat=True).first()
    except ValueError:
        return None
    return Receipt(number, remembered(submission)) if number else None


def tracked(number):
    """The incident of a number. Ask for the person's pass first (`passes.holds`)."""
    return Incident.objects.for_detail().filter(number=number).exclude(query_code_index="").first()
