"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.releases.enums import Purpose, State
from emergencies.releases.models import ReleaseOrder
from emergencies.releases.permissions import RECEIVE, SEND, VIEW
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice

INCOMING = "incoming"


class ReleaseFilter(CaseFilter):
    """Search, state, limit and place as everywhere; what it is for besides."""

    purpose = choice(_("用途"), Purpose.choices)

    class Meta:
        model = ReleaseOrder
        fields = ("q", "state", "due", "place", "holder", "purpose", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups = (Group(INCOMING, _("待本单位签收"), self.coming_to_own),)
        self.filters["state"].extra["choices"] = [(INCOMING, _("待本单位签收")), *self.filters["state"].extra["choices"]]

    def coming_to_own(self, rows):
        return rows.filter(state=State.OUT, receiver=self.request.user.acting_post.office_id)


CARDS = (
    Card(_("动用指令待备货"), f"state={State.ORDERED}&holder=mine", SEND, alarm=True),
    Card(_("应急物资待出库"), f"state={State.PICKED}&holder=mine", SEND, alarm=True),
    Card(_("应急物资待本单位签收"), f"state={INCOMING}", RECEIVE),
    Card(_("动用待归还或者核销"), f"state={State.RECEIVED}&holder=mine", SEND),
)
READING = (Card(_("应急物资动用"), "", VIEW),)


def desk_cards(request):
    """Offices without a release read nothing of it."""
    return cards_of(request, ReleaseFilter, CARDS, view=VIEW, list_url="releases_list", reading=READING, quiet=True)
