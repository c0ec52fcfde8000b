"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.command.enums import State
from emergencies.command.models import CommandTask
from emergencies.command.permissions import ACT, VIEW
from governance.web.casework.filters import Card, CaseFilter, cards_of


class TaskFilter(CaseFilter):
    """Search, state, limit and place as everywhere."""

    class Meta:
        model = CommandTask
        fields = ("q", "state", "due", "place", "holder", "since", "until")


CARDS = (
    Card(_("应急任务待签收"), f"state={State.ISSUED}&holder=mine", ACT, _("须立即签收"), alarm=True),
    Card(_("应急任务执行中"), f"state={State.WORKING}&holder=mine", ACT, _("本单位执行")),
)


def desk_cards(request):
    """Only where there are some: nobody's desk is filled with noughts of rare things."""
    return cards_of(request, TaskFilter, CARDS, view=VIEW, list_url="command_list", quiet=True)
