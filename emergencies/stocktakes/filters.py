"""The list's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.models import Warehouse
from emergencies.stocktakes.enums import State
from emergencies.stocktakes.models import Stocktake
from emergencies.stocktakes.permissions import COUNT, SETTLE, VIEW
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of

DIFFERING = "differing"


class StocktakeFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the warehouse besides."""

    groups = (Group(DIFFERING, _("有差异"), lambda rows: rows.filter(differing__gt=0), ended_too=True),)
    warehouse = django_filters.NumberFilter(label=_("仓库"), field_name="warehouse_id")

    class Meta:
        model = Stocktake
        fields = ("q", "state", "due", "place", "holder", "warehouse", "since", "until")

    def options_of(self, name, field, chosen):
        if name == "warehouse":
            return [("", ANY), *Warehouse.objects.visible_to(self.request.user, VIEW).for_list().values_list("pk", "name")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("仓库盘点已逾期"), "due=late&holder=mine", COUNT),
    Card(_("盘点待审核"), f"state={State.COUNTED}&holder=mine", SETTLE),
)


def desk_cards(request):
    """Departments without a warehouse read nothing of it."""
    return cards_of(request, StocktakeFilter, CARDS, view=VIEW, list_url="stocktakes_list", quiet=True)
