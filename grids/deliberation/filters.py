"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.kept import at_sending
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice
from grids.deliberation.enums import Matter, Raiser, State
from grids.deliberation.models import Deliberation
from grids.deliberation.permissions import LEAD, VIEW

TO_HOLD, TO_PREPARE = "to_hold", "to_prepare"


class DeliberationFilter(CaseFilter):
    """Search, state, limit and place as everywhere; kind and raiser besides."""

    groups = (
        Group(TO_PREPARE, _("待安排或公告"), lambda rows: rows.filter(state__in=[State.ACCEPTED, State.SCHEDULED])),
        Group(TO_HOLD, _("会期已到，待记录"), lambda rows: rows.filter(state=State.ANNOUNCED, meet_at__lte=at_sending())),
    )
    kind = choice(_("事项类别"), Matter.choices)
    raised_by = choice(_("提议方"), Raiser.choices)

    class Meta:
        model = Deliberation
        fields = ("q", "state", "due", "place", "kind", "raised_by", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.filters["holder"]


CARDS = (
    Card(_("议题待答复"), f"state={State.RAISED}", LEAD),
    Card(_("议题待安排或公告"), f"state={TO_PREPARE}", LEAD),
    Card(_("会期已到待记录"), f"state={TO_HOLD}", LEAD, alarm=True),
    Card(_("协商结果待公布"), f"state={State.HELD}", LEAD),
    Card(_("协商结果落实中"), f"state={State.CARRYING}", LEAD),
    Card(_("议事协商已逾期"), "due=late", LEAD),
)
READING = (Card(_("进行中的议事协商"), "", VIEW), Card(_("议事协商已逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, DeliberationFilter, CARDS, view=VIEW, list_url="deliberation_list", reading=READING, quiet=True)
