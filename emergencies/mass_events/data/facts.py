"""What fills the decision on a mass event. Bodies and offices; no person is named."""

from pathlib import Path

from django.utils.translation import gettext as _

from emergencies.mass_events.enums import State
from governance.timeline.models import Event
from governance.web.formats import cn_date, cn_datetime

FOLDER = Path(__file__).parent
REFUSED = "mass_events.refuse"


def has_paper(event):
    return event.decided_at is not None


def is_refusal(event):
    return event.state == State.REFUSED


def template(event):
    return FOLDER / ("refusal.txt" if is_refusal(event) else "permit.txt")


def title(event):
    return _("大型群众性活动不予安全许可决定书") if is_refusal(event) else _("大型群众性活动安全许可决定书")


def facts_of(event):
    """All a decision says; of a refusal the reason is what was told to the organiser."""
    refusal = Event.objects.of(event).filter(kind=REFUSED).order_by("-sequence").first()
    last = event.checks.order_by("on", "pk").last()
    return {
        "issuer": event.office.name,
        "document": event.number,
        "addressee": event.organiser,
        "title": event.title,
        "kind": str(event.get_kind_display()),
        "where": f"{event.place.full_name}{event.landmark}",
        "when": f"{cn_datetime(event.starts_at)}{_('至')}{cn_datetime(event.ends_at)}",
        "people": _("%(count)s 人以内") % {"count": event.most_people or 0},
        "checked": f"{cn_date(last.on)} {last.get_result_display()}" if last else "",
        "conditions": numbered(event.conditions),
        "reason": (refusal.note if refusal else "").splitlines(),
        "issued_at": cn_date(event.decided_at),
    }


def numbered(text):
    """The conditions, each on its line, under a heading of their own; nothing where there are none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [_("许可条件："), *(f"{number}. {line}" for number, line in enumerate(lines, start=1))] if lines else []
