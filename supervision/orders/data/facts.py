"""What fills the notice of an order, and its proof of service."""

from pathlib import Path

from django.utils.translation import gettext as _

from governance.web.formats import cn_date, cn_datetime, cn_due
from supervision.orders.services import rectify_clock

FOLDER = Path(__file__).parent
NOTICE, RECEIPT = "notice", "receipt"


def template(kind):
    return FOLDER / f"{kind}.txt"


def notice_facts(order):
    """责令限期整改通知书: as it is served; before that without number and dates."""
    clock = rectify_clock(order)
    due = cn_due(clock.due_at) if clock else ""
    inside = _("整改期限内")
    items = [
        {"position": item.position, "what": item.what, "by": cn_date(item.by) if item.by else due or inside} for item in order.items.all()
    ]
    return {
        "issuer": (order.issuer or order.office).name,
        "document": order.document or _("（文号在送达时编排）"),
        "addressee": order.addressee,
        "head": order.unit_head,
        "checked": _("%(day)s，") % {"day": cn_date(order.checked_on)} if order.checked_on else "",
        "where": order.checked_where,
        "facts": [line.strip() for line in order.facts.splitlines() if line.strip()],
        "article": order.article,
        "items": items,
        "due": due,
        "citation": str(clock.limit.citation_label) if clock else "",
        "consequence": order.consequence,
        "contact": f"{order.contact} {order.contact_phone}".strip(),
        "served_at": cn_date(order.served_at) if order.served_at else _("　　　　年　　月　　日"),
    }


def receipt_facts(order):
    """送达回证: filled as far as it was served, with lines to fill in by hand where it was not."""
    served = order.served_at is not None
    return {
        "issuer": (order.issuer or order.office).name,
        "document": order.document,
        "name": _("责令限期整改通知书"),
        "addressee": order.addressee,
        "served": served,
        "served_at": cn_datetime(order.served_at) if served else "",
        "way": str(order.get_way_display()) if served else "",
        "receiver": order.receiver,
        "refused": order.refused,
        "witness": order.witness,
    }
