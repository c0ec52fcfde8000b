"""Files what a resident sends, and finds what the tracking page shows."""

from uuid import UUID

from governance.web.tracking.receipts import Receipt, once, remembered
from supervision.tips.models import Tip
from supervision.tips.services import file_tip


def send(form, *, at):
    """File what a valid form says, once: the same submission sent again gets the receipt of the first time."""
    facts = form.facts()
    filed = file_tip(at=at, **facts)
    return once(facts["submission"], filed.tip.number, filed.query_code)


def filed_before(submission):
    """The receipt of a form that was sent already, or None."""
    try:
        number = Tip.objects.filter(submission=UUID(submission)).values_list("number", flat=True).first()
    except ValueError:
        return None
    return Receipt(number, remembered(submission)) if number else None


def tracked(number):
    """The tip of a number. Ask for the person's pass first (`passes.holds`)."""
    return Tip.objects.for_detail().filter(number=number).first()
