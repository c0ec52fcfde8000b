"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.kept import at_sending
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of
from grids.volunteering.enums import State
from grids.volunteering.models import Call
from grids.volunteering.permissions import KEEP, VIEW

TO_CONFIRM = "to_confirm"


class CallFilter(CaseFilter):
    """Search, state and place as everywhere."""

    groups = (Group(TO_CONFIRM, _("已结束，待确认时长"), lambda rows: rows.filter(state=State.OPEN, ends_at__lte=at_sending())),)

    class Meta:
        model = Call
        fields = ("q", "state", "place", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("due", "holder"):
            del self.filters[name]


CARDS = (Card(_("志愿服务待确认时长"), f"state={TO_CONFIRM}", KEEP), Card(_("志愿招募待发布"), f"state={State.DRAFT}", KEEP))


def desk_cards(request):
    return cards_of(request, CallFilter, CARDS, view=VIEW, list_url="volunteering_list", quiet=True)
