"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.incident_reviews.enums import State
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incident_reviews.permissions import JUDGE, VIEW, WRITE
from governance.web.casework.filters import Card, CaseFilter, cards_of


class ReviewFilter(CaseFilter):
    """Search, state, limit and place as everywhere."""

    class Meta:
        model = IncidentReview
        fields = ("q", "state", "due", "place", "holder", "since", "until")


CARDS = (
    Card(_("事件待复盘评估"), f"state={State.WRITING}&holder=mine", WRITE),
    Card(_("复盘改进措施待落实"), f"state={State.IMPROVING}&holder=mine", WRITE),
    Card(_("复盘评估待审定"), f"state={State.SUBMITTED}", JUDGE),
)


def desk_cards(request):
    """Only where there are some."""
    return cards_of(request, ReviewFilter, CARDS, view=VIEW, list_url="incident_reviews_list", quiet=True)
