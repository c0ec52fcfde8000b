"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_tips.enums import State
from emergencies.safety_tips.models import SafetyTip
from emergencies.safety_tips.permissions import ACT, CONFIRM, VIEW
from governance.web.casework.filters import Card, CaseFilter, cards_of


class TipFilter(CaseFilter):
    """Search, state, limit and place as everywhere."""

    class Meta:
        model = SafetyTip
        fields = ("q", "state", "due", "place", "holder", "since", "until")


CARDS = (
    Card(_("平安提示待签收"), f"state={State.SENT}&holder=mine", ACT),
    Card(_("平安提示落实中"), f"state={State.SIGNED}&holder=mine", ACT),
    Card(_("平安提示待确认"), f"state={State.REPORTED}", CONFIRM),
)
READING = (Card(_("平安提示"), "", VIEW), Card(_("平安提示已逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, TipFilter, CARDS, view=VIEW, list_url="safety_tips_list", reading=READING)
