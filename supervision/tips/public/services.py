"""Files what a resident sends, and finds what the tracking page shows."""

from governance.web.tracking.receipts import once
from supervision.tips.models import Tip
from supervision.tips.services import file_tip


def send(form, *, at):
    """File what a valid form says, once: the same submission sent again gets the receipt of the first time."""
    facts = form.facts()
    filed = file_tip(at=at, **facts)
    return once(facts["submission"], filed.tip.number, filed.query_code)


def tracked(number):
    """The tip of a number. Ask for the person's pass first (`passes.holds`)."""
    return Tip.objects.for_detail().filter(number=number).first()
