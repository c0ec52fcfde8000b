"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice
from supervision.oversight.enums import ON_THE_LIST, Ground, Measure, State
from supervision.oversight.models import Finding
from supervision.oversight.permissions import DECIDE, VIEW, WRITE

FULFILLED, LISTING = "fulfilled", "on_the_list"


class FindingFilter(CaseFilter):
    """Search, state, limit and place as everywhere; ground and measure besides."""

    groups = (
        Group(FULFILLED, _("待核实、已履行"), lambda rows: rows.drafts().filter(fulfilled_at__isnull=False)),
        Group(LISTING, _("挂牌督办"), lambda rows: rows.filter(state__in=ON_THE_LIST)),
    )
    ground = choice(_("情形"), Ground.choices)
    measure = choice(_("督导形式"), Measure.choices)

    class Meta:
        model = Finding
        fields = ("q", "state", "due", "place", "holder", "ground", "measure", "since", "until")


CARDS = (
    Card(_("待核实线索"), "state=draft&holder=mine", DECIDE),
    Card(_("待督导"), "state=confirmed&holder=mine", DECIDE, _("已确认，待定督导形式")),
    Card(_("待公开挂牌"), f"state={State.LISTED.value}&holder=mine", WRITE),
    Card(_("待验收"), f"state={State.RECTIFIED.value}&holder=mine", WRITE),
    Card(_("待公开解除"), f"state={State.REMOVED.value}&holder=mine", WRITE),
)
READING = (Card(_("督导线索"), "", VIEW), Card(_("挂牌督办"), f"state={LISTING}", VIEW))


def desk_cards(request):
    return cards_of(request, FindingFilter, CARDS, view=VIEW, list_url="oversight_list", reading=READING)
