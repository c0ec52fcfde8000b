"""The worklist's filter, and the cards of the desk: what waits for one's word, and what should not be there."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.complaints.flow import FLOW as COMPLAINTS
from disputes.consultations.enums import State
from disputes.consultations.models import Consultation
from disputes.consultations.permissions import ORGANISE, TAKE_PART, WATCH
from disputes.consultations.services import watched
from governance.access.scope import may
from governance.web.casework.counting import card_of
from governance.web.casework.filters import MINE, Card, CaseFilter, cards_of, choice


class ConsultationFilter(CaseFilter):
    """Search, state, limit and place as everywhere, and what waits for one's own word."""

    awaited = choice(_("意见"), [(MINE, _("待本单位表明意见"))], method="by_awaited")

    class Meta:
        model = Consultation
        fields = ("q", "state", "due", "place", "holder", "awaited", "since", "until")

    def by_awaited(self, queryset, name, value):
        return queryset.awaiting(self.request.user.acting_post.office_id)


TO_STATE, TO_DESIGNATE = f"awaited={MINE}", f"state={State.TO_DESIGNATE}&holder={MINE}"
CARDS = (
    Card(_("待表明意见"), TO_STATE, TAKE_PART, _("会商由哪个单位主办")),
    Card(_("待指定主办"), TO_DESIGNATE, ORGANISE, _("会商未达成一致")),
)


def desk_cards(request):
    return [*cards_of(request, ConsultationFilter, CARDS, view=TAKE_PART, list_url="consultations_list"), *watch_cards(request)]


def watch_cards(request):
    """The number that should be nought."""
    if not may(request.user, WATCH):
        return []
    facts = {"label": _("无主或超期"), "hint": _("应当为零"), "url": reverse("consultations_watch"), "procedure": COMPLAINTS.label}
    found = watched(request.user, at=timezone.now())
    return [card_of(found, **facts, is_alarm=True, is_overview=not may(request.user, ORGANISE))]
