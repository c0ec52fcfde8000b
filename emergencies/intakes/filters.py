"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.intakes.enums import Origin, State
from emergencies.intakes.models import StockIntake
from emergencies.intakes.permissions import INSPECT, VIEW
from governance.web.casework.filters import Card, CaseFilter, cards_of, choice


class IntakeFilter(CaseFilter):
    """Search, state, limit and place as everywhere; where it comes from besides."""

    origin = choice(_("来源"), Origin.choices)

    class Meta:
        model = StockIntake
        fields = ("q", "state", "due", "place", "holder", "origin", "since", "until")


CARDS = (Card(_("到货待验收"), f"state={State.REGISTERED}&holder=mine", INSPECT),)


def desk_cards(request):
    """Departments without a warehouse read nothing of it."""
    return cards_of(request, IntakeFilter, CARDS, view=VIEW, list_url="intakes_list", quiet=True)
