"""Opens what a person asks for, finds what the own page shows, and takes the steps of the person."""

from disputes.care.enums import ConsentWay
from disputes.care.models import Care
from disputes.care.services import open_request
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.web.tracking.receipts import once

FACTS = ("need", "situation", "place", "asked_by", "name", "phone", "submission")


def ask(form, *, at):
    """Open the request a valid form asks for, once: the same submission sent again gets the receipt of the first time."""
    facts = {name: form.cleaned_data[name] for name in FACTS}
    opened = open_request(at=at, consent={"way": ConsentWay.WEB}, **facts)
    return once(facts["submission"], opened.care.number, opened.query_code)


def tracked(number):
    """The request of a number. Ask for the person's pass first (`passes.holds`)."""
    return Care.objects.for_detail().filter(number=number).first()


def rate(care, *, satisfaction, version, at):
    """The person's own word on the help; raises `StepRefused`."""
    return engine.take(care, "rate", by=RESIDENT, at=at, version=version, satisfaction=satisfaction)
