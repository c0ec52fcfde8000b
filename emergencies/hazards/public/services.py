"""Registers what is reported without an account, and finds what its pages show."""

from dataclasses import dataclass
from uuid import UUID

from emergencies.hazards.enums import Reward, Source
from emergencies.hazards.models import Hazard
from emergencies.hazards.services import report_with_photographs, reported_before
from governance.cases.rules import new_query_code
from governance.cases.tracking import code_index
from governance.flow.table import RESIDENT
from governance.web.tracking.receipts import Receipt, once, remembered


@dataclass
class Reported:
    """A registered hazard and the query code that is shown this once; "" for who needs none, or was shown it before."""

    hazard: Hazard
    query_code: str = ""


def report_by_public(photographs=(), *, at, wants_reward=False, name="", phone="", **facts):
    """What somebody reports without an account: `Reported`, with the code that shows how far it is. A reward needs a telephone."""
    if earlier := reported_before(facts.get("submission")):
        return Reported(earlier)
    code = new_query_code()
    reward = Reward.ASKED if wants_reward and phone else ""
    facts |= {"name": name, "phone": phone, "reward": reward, "query_code_index": code_index(code)}
    hazard = report_with_photographs(photographs, at=at, by=RESIDENT, source=Source.PUBLIC, **facts)
    return Reported(hazard, code if hazard.query_code_index == facts["query_code_index"] else "")


def send(form, *, at):
    """Register what a valid form says, once: the same submission sent again gets the receipt of the first time."""
    facts = form.facts()
    told = report_by_public(form.all_photographs(), at=at, **facts)
    return once(facts["submission"], told.hazard.number, told.query_code)


def sent_before(submission):
    """The receipt of a form that was sent already, or None."""
    try:
        number = Hazard.objects.filter(submission=UUID(submission)).values_list("number", flat=True).first()
    except ValueError:
        return None
    return Receipt(number, remembered(submission)) if number else None


def tracked(number):
    """The hazard of a number. Ask for the person's pass first (`passes.holds`)."""
    return Hazard.objects.for_detail().filter(number=number).exclude(query_code_index="").first()


def listed(place_path):
    """Major hazards under listed supervision, as anyone may read them: what keeps somebody out is not among them."""
    return (
        Hazard.objects.listed().open_to_all().within(place_path).select_related("place", "sector", "office").order_by("-listed_at", "-pk")
    )
