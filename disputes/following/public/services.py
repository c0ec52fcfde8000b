"""我也遇到: files what a resident met as a complaint of its own that follows the one which stands already.

Each keeps number and query code, hears of progress, is told once of the end, and rates. Nobody learns whose the other complaint is.
"""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from disputes.complaints.enums import FINAL, Source, State
from disputes.complaints.models import Complaint
from disputes.complaints.public import filing
from disputes.complaints.public.forms import FilingForm
from disputes.complaints.public.rules import title_for_strangers
from disputes.complaints.public.services import filed_before, offered, send
from disputes.complaints.services import submission_of
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.web.formats import cn_month


class JoinedAlready(Exception):
    """This telephone has joined the matter before."""


def lead_of(token):
    """The complaint one can join under a token, or None: what was offered, or what it follows by now, as long as it is under way."""
    found = offered(token)
    if found is not None and found.state == State.MERGED:
        found = Complaint.objects.for_detail().filter(pk=found.merged_into_id).first()
    return found if found is not None and found.state not in FINAL else None


def shown(lead):
    """What strangers may read of it."""
    title = title_for_strangers(lead.title) or lead.category.name
    return {
        "title": title,
        "place": lead.place.short_name,
        "month": cn_month(lead.opened_at),
        "state": lead.get_state_display(),
        "tone": lead.tone,
    }


def facts_of(typed, lead, *, at):
    """The answers of the filing that was under way; without one, those of the matter itself. What was typed last counts."""
    own = {name: typed[name] for name in ("name", "phone", "is_secret")} | {"is_anonymous": False}
    answers = filing.opened(typed["answers"]) if typed["answers"] else None
    form = FilingForm({**answers, "phone": typed["phone"]}, at=at) if answers else None
    if form and form.is_valid():
        return {**form.cleaned_data, **own, "description": typed["words"] or form.cleaned_data["description"]}
    told = _("我也遇到同样的问题：%(title)s") % {"title": title_for_strangers(lead.title) or lead.category.name}
    near = {
        "kind": lead.kind,
        "category": lead.category,
        "place": lead.place,
        "landmark": "",
        "latitude": None,
        "longitude": None,
        "against": None,
    }
    return {**near, **own, "description": typed["words"] or told, "held": []}


def sent_before(text):
    """The receipt of a form that was sent already, or None."""
    mark = submission_of(text)
    return filed_before(mark) if mark else None


def join(lead, facts, *, submission, at, resident=None):
    """File and follow in one transaction; returns the receipt. Words of danger are not put aside: then it stays a complaint of its own.

    Raises `JoinedAlready`, and `StepRefused` where the lead has ended meanwhile; then nothing was filed.
    """
    try:
        with transaction.atomic():
            lead = engine.lock(lead)
            receipt = send(facts, submission=submission, at=at, resident=resident, source=Source.JOINED)
            own = Complaint.objects.get(number=receipt.number)
            if own.state == State.REGISTERED and not own.emergency_suspected:
                engine.take(own, "join", by=RESIDENT, at=at, merged_into=lead)
            return receipt
    except IntegrityError as error:
        if "complaint_joined_once_per_phone" in str(error):
            raise JoinedAlready from error
        raise
