"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import Card, CaseFilter, cards_of, choice
from supervision.honours.enums import Award, State
from supervision.honours.models import Honour
from supervision.honours.permissions import GRANT, VIEW


class HonourFilter(CaseFilter):
    """Search, state and place as everywhere; the title besides."""

    award = choice(_("称号"), Award.choices)

    class Meta:
        model = Honour
        fields = ("q", "state", "place", "holder", "award", "since", "until")


CARDS = (Card(_("待审定荣誉"), f"state={State.NOMINATED.value}&holder=mine", GRANT),)


def desk_cards(request):
    return cards_of(request, HonourFilter, CARDS, view=VIEW, list_url="honours_list")
