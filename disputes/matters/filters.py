"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from disputes.matters.enums import Nature, State
from disputes.matters.models import Matter
from disputes.matters.permissions import AGREE, DRAFT, VIEW
from governance.web.casework.filters import Card, CaseFilter, cards_of, choice


class MatterFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the nature besides."""

    nature = choice(_("纠纷性质"), Nature.choices)

    class Meta:
        model = Matter
        fields = ("q", "state", "due", "place", "holder", "nature", "since", "until")


CARDS = (
    Card(_("行政调解事项待会签"), f"state={State.WAITING}&holder=mine", AGREE),
    Card(_("行政调解事项修订待会签"), f"state={State.REVISING}&holder=mine", AGREE),
    Card(_("行政调解事项撤下待会签"), f"state={State.WITHDRAWING}&holder=mine", AGREE),
    Card(_("行政调解事项被退回"), f"state={State.RETURNED}&holder=mine", DRAFT),
    Card(_("行政调解事项会签、复核已逾期"), "due=late&holder=mine", VIEW),
)


def desk_cards(request):
    return cards_of(request, MatterFilter, CARDS, view=VIEW, list_url="matters_list", quiet=True)
