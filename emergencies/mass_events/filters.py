"""The worklist's filter, and the cards of the desk."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.mass_events.enums import Kind, State
from emergencies.mass_events.models import MassEvent
from emergencies.mass_events.permissions import HANDLE, VIEW
from governance.kept import at_sending
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice

COMING, TODAY = "coming", "today"


def coming(rows):
    """Permitted, and not over yet."""
    return rows.filter(state=State.PERMITTED, ends_at__gte=at_sending())


def today(rows):
    """Permitted, and on some hour of today."""
    first = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    return rows.filter(state=State.PERMITTED, starts_at__lt=first + timedelta(days=1), ends_at__gte=first)


class MassEventFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the kind of event besides."""

    groups = (Group(COMING, _("即将举办"), coming), Group(TODAY, _("今天举办"), today))
    kind = choice(_("活动类型"), Kind.choices)

    class Meta:
        model = MassEvent
        fields = ("q", "state", "due", "place", "holder", "kind", "since", "until")


CARDS = (
    Card(_("待受理的大型活动"), f"state={State.APPLIED.value}&holder=mine", HANDLE),
    Card(_("审查中的大型活动"), f"state={State.REVIEWING.value}&holder=mine", HANDLE, _("自受理之日起7日内决定")),
    Card(_("今天举办的大型活动"), f"state={TODAY}&holder=mine", HANDLE, _("记现场日志"), alarm=True),
    Card(_("大型活动审批已逾期"), "due=late&holder=mine", HANDLE),
    Card(_("待归档的大型活动"), f"state={State.REPORTED.value}&holder=mine", HANDLE),
)
READING = (
    Card(_("即将举办的大型活动"), f"state={COMING}", VIEW),
    Card(_("今天举办的大型活动"), f"state={TODAY}", VIEW),
)


def desk_cards(request):
    """Police alone decides: other departments, which hold the same role, see a card only where something stands there."""
    quiet = request.user.acting_post.office.trade not in ("", "police")
    return cards_of(request, MassEventFilter, CARDS, view=VIEW, list_url="mass_events_list", reading=READING, quiet=quiet)
