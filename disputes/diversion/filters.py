"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from disputes.diversion.enums import Result, State, Way
from disputes.diversion.models import Diversion
from disputes.diversion.permissions import RECEIVE, SEND, VIEW
from governance.web.casework.filters import MINE, Card, CaseFilter, cards_of, choice


class DiversionFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the way, the result, and what one's own office receives."""

    way = choice(_("分流途径"), Way.choices)
    result = choice(_("结果"), Result.choices)
    receiver = choice(_("接收"), [(MINE, _("本单位接收"))], method="by_receiver")

    class Meta:
        model = Diversion
        fields = ("q", "state", "due", "place", "holder", "way", "receiver", "result", "since", "until")

    def by_receiver(self, queryset, name, value):
        return queryset.filter(receiver=self.request.user.acting_post.office_id)


CARDS = (
    Card(_("待移送的分流"), f"state={State.PREPARED}&holder={MINE}", SEND),
    Card(_("待对方接收"), f"state={State.SENT}&holder={MINE}", SEND),
    Card(_("待接收的分流"), f"state={State.SENT}&receiver={MINE}", RECEIVE),
    Card(_("待反馈结果"), f"state={State.RECEIVED}&receiver={MINE}", RECEIVE),
)


def desk_cards(request):
    return cards_of(request, DiversionFilter, CARDS, view=VIEW, list_url="diversion_list")
