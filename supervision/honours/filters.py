"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice
from supervision.honours.enums import Award, State
from supervision.honours.models import Honour
from supervision.honours.permissions import CHECK, GRANT, VIEW

OBJECTED = "objected"


class HonourFilter(CaseFilter):
    """Search, state and place as everywhere; the title and the programme besides."""

    groups = (Group(OBJECTED, _("有异议待核实"), lambda rows: rows.filter(open_objections__gt=0)),)

    award = choice(_("称号"), Award.choices)

    class Meta:
        model = Honour
        fields = ("q", "state", "place", "holder", "award", "since", "until")


CARDS = (
    Card(_("待核查提名"), f"state={State.NOMINATED.value}&holder=mine", CHECK),
    Card(_("待公示"), f"state={State.CHECKED.value}&holder=mine", CHECK),
    Card(_("公示异议待核实"), f"state={OBJECTED}&holder=mine", CHECK, alarm=True),
    Card(_("公示中、待授予"), f"state={State.PUBLICISED.value}&holder=mine", GRANT),
)


def desk_cards(request):
    return cards_of(request, HonourFilter, CARDS, view=VIEW, list_url="honours_list")
