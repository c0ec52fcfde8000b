"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.enums import State
from emergencies.safety_index.models import Edition
from emergencies.safety_index.permissions import APPROVE, COMPILE, VIEW
from governance.web.casework.filters import Card, CaseFilter, cards_of


class EditionFilter(CaseFilter):
    """Search, state, limit and place as everywhere."""

    class Meta:
        model = Edition
        fields = ("q", "state", "due", "place", "holder", "since", "until")


CARDS = (
    Card(_("平安指数编制中"), f"state={State.DRAFTED}", COMPILE),
    Card(_("平安指数待审定"), f"state={State.SUBMITTED}", APPROVE),
)
READING = (Card(_("平安指数"), "state=all", VIEW),)


def desk_cards(request):
    return cards_of(request, EditionFilter, CARDS, view=VIEW, list_url="safety_index_list", reading=READING)
