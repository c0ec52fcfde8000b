"""The worklist's filter, and the cards of the desk. Nobody is listed by what help they need."""

from django.utils.translation import gettext_lazy as _

from disputes.care.enums import State
from disputes.care.models import Care
from disputes.care.permissions import MANAGE, SERVE, VIEW
from governance.web.casework.filters import Card, CaseFilter, cards_of


class CareFilter(CaseFilter):
    """Number, state, limit and place."""

    class Meta:
        model = Care
        fields = ("q", "state", "due", "place", "holder", "since", "until")


CARDS = (
    Card(_("帮扶待安排"), f"state={State.REQUESTED}", MANAGE),
    Card(_("帮扶待承接"), f"state={State.ASSIGNED}", MANAGE, _("等承接机构答复")),
    Card(_("帮扶逾期"), "due=late", MANAGE),
    Card(_("待承接"), f"state={State.ASSIGNED}", SERVE),
    Card(_("帮扶中"), f"state={State.SERVING}", SERVE),
    Card(_("48小时内到期"), "due=48", SERVE),
    Card(_("已逾期"), "due=late", SERVE),
)


def desk_cards(request):
    return cards_of(request, CareFilter, CARDS, view=VIEW, list_url="care_list")
