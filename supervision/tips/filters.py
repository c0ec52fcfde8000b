"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import Card, CaseFilter, cards_of, choice
from supervision.tips.enums import Matter, State
from supervision.tips.models import Tip
from supervision.tips.permissions import HANDLE, VIEW


class TipFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the matter besides."""

    matter = choice(_("没有做到的是"), Matter.choices)

    class Meta:
        model = Tip
        fields = ("q", "state", "due", "place", "holder", "matter", "since", "until")


CARDS = (
    Card(_("待受理的来信"), f"state={State.FILED.value}&holder=mine", HANDLE, _("“监督我们”")),
    Card(_("待答复的来信"), f"state={State.CHECKING.value}&holder=mine", HANDLE),
)
READING = (Card(_("“监督我们”来信"), "", VIEW),)


def desk_cards(request):
    return cards_of(request, TipFilter, CARDS, view=VIEW, list_url="tips_list", reading=READING)
