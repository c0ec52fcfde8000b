"""Opens what a resident raises, and finds what the public pages show."""

from governance.files.models import Attachment
from governance.web.tracking.receipts import once
from grids.deliberation.models import Deliberation
from grids.deliberation.public.filters import STATES
from grids.deliberation.services import raise_matter

FACTS = ("title", "kind", "description", "place", "name", "phone", "submission")


def send(form, *, at):
    """Register the matter of a valid form, once: the same submission sent again gets the receipt of the first time."""
    facts = {name: form.cleaned_data[name] for name in FACTS}
    opened = raise_matter(at=at, **facts)
    return once(facts["submission"], opened.deliberation.number, opened.query_code)


def tracked(number):
    """The matter of a number. Ask for the person's pass first (`passes.holds`)."""
    return Deliberation.objects.for_detail().filter(number=number).first()


def published(number):
    """What everyone may read under a number, or None."""
    return Deliberation.objects.published().for_detail().filter(number=number).first()


def published_files(deliberation):
    """What is meant for everyone: photographs of what was done, and papers marked so."""
    return Attachment.objects.of(deliberation).shown_to_resident()


def listed(question):
    """The latest meeting first."""
    rows = Deliberation.objects.published().select_related("place").defer("search")
    if question.place:
        rows = rows.within(question.place.path)
    if question.kind:
        rows = rows.filter(kind=question.kind)
    if question.phase:
        rows = rows.filter(state__in=STATES[question.phase])
    return rows.order_by("-meet_at", "-pk")
