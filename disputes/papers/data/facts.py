"""What fills the papers of a complaint. The reporter's contact stands on the order alone, and only where it was opened for it."""

from pathlib import Path

from django.db.models import Q
from django.utils.translation import gettext as _

from disputes.complaints import terms
from disputes.complaints.enums import State
from governance.cases.enums import OrderKind
from governance.cases.models import WorkOrder
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import OPEN_STATES, Deadline
from governance.timeline.models import Event
from governance.web.formats import cn_date, cn_datetime, cn_due

FOLDER = Path(__file__).parent
ORDER, REPLY = "order", "reply"
PRINTED = (terms.SIGN_FOR, terms.CONTACT, terms.HANDLE)
ANSWERED = frozenset({State.REPLIED, State.CALLED_BACK, State.CLOSED})


def template(kind):
    return FOLDER / f"{kind}.txt"


def order_of(complaint):
    """The lead order that stands, or the last one that did; None where the complaint was never dispatched."""
    return WorkOrder.objects.of(complaint).filter(kind=OrderKind.LEAD).select_related("office").order_by("-serial").first()


def reply_of(complaint):
    """The event of the reply that holds, or None."""
    if complaint.state not in ANSWERED:
        return None
    return Event.objects.of(complaint).filter(kind="complaints.reply").with_actors().order_by("-sequence").first()


def order_facts(complaint, order, *, reporter):
    """The order as it was printed; `reporter` is what may be said of the person here."""
    issued = Event.objects.of(complaint).filter(kind="complaints.dispatch").with_actors().order_by("-sequence").first()
    return {
        "issuer": issued.post.office.name if issued and issued.post else _("呼和浩特市12345热线"),
        "number": order.number,
        "office": order.office.name,
        "case": complaint.number,
        "kind": complaint.get_kind_display(),
        "category": complaint.category.full_name,
        "urgency": complaint.get_urgency_display(),
        "opened_at": cn_datetime(complaint.opened_at),
        "source": complaint.get_source_display(),
        "received_by": complaint.received_by.short_name if complaint.received_by else "",
        "place": f"{complaint.place.full_name} {complaint.landmark}".strip(),
        "reporter": reporter,
        "description": complaint.description,
        "instruction": order.instruction,
        "clocks": clocks_of(complaint, order),
        "issued_at": cn_date(order.issued_at),
    }


def clocks_of(complaint, order):
    """The limits the office must keep under this order, the last of each: those begun with it or later, and those it took over running."""
    under_it = Q(started_at__gte=order.issued_at) | Q(state__in=OPEN_STATES)
    rows = Deadline.objects.of(complaint).filter(under_it, term__in=[term.name for term in PRINTED]).exclude(state=DeadlineState.DROPPED)
    last = {row.term: row for row in rows.select_related("limit").order_by("started_at", "pk")}
    found = [last[term.name] for term in PRINTED if term.name in last]
    return [
        {"label": row.label, "due": cn_due(row.due_at), "amount": row.limit.amount_label, "citation": row.limit.source_label}
        for row in found
    ]


def reply_facts(complaint, reply):
    """The answer as the person reads it: nobody's name and no telephone."""
    office = reply.post.office if reply.post else complaint.office
    return {
        "office": office.name if office else _("承办单位"),
        "case": complaint.number,
        "title": complaint.title,
        "heading": _("关于“%(title)s”\n的答复函") % {"title": complaint.title},
        "opened_at": cn_date(complaint.opened_at),
        "answer": [line.strip() for line in reply.note.splitlines() if line.strip()],
        "replied_at": cn_date(reply.at),
    }


def hidden_reporter(complaint):
    """What an order says of the person whose contact was not opened for it."""
    if complaint.is_anonymous:
        return _("匿名")
    if complaint.is_secret:
        return _("要求身份保密，由派单人员联系")
    return _("联系方式请在平台中查看")
