"""The list's filter, and the cards of the desk."""

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.enums import Category
from emergencies.catalogue.models import StockItem
from emergencies.stockpiles.enums import State
from emergencies.stockpiles.models import StockCard, Warehouse
from emergencies.stockpiles.permissions import KEEP, VIEW
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice

EXPIRING, EXPIRED = "expiring", "expired"


class StockCardFilter(CaseFilter):
    """Search, state, limit and place as everywhere; item, category and warehouse besides."""

    groups = (
        Group(EXPIRING, _("临近轮换"), lambda rows: rows.ongoing().filter(expiring=True)),
        Group(EXPIRED, _("有过期批次"), lambda rows: rows.ongoing().filter(expires_on__lt=timezone.localdate())),
    )
    category = choice(_("类别"), Category.choices, field_name="item__category")
    item = django_filters.CharFilter(label=_("品种"), field_name="item__code")
    warehouse = django_filters.NumberFilter(label=_("仓库"), field_name="warehouse_id")

    class Meta:
        model = StockCard
        fields = ("q", "state", "due", "place", "holder", "category", "item", "warehouse", "since", "until")

    def options_of(self, name, field, chosen):
        if name == "item":
            return [("", ANY), *StockItem.objects.values_list("code", "name")]
        if name == "warehouse":
            return [("", ANY), *Warehouse.objects.visible_to(self.request.user, VIEW).for_list().values_list("pk", "name")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("低于定额的物资"), f"state={State.SHORT}&holder=mine", KEEP, alarm=True),
    Card(_("临近轮换的物资"), f"state={EXPIRING}&holder=mine", KEEP),
    Card(_("有过期批次的物资"), f"state={EXPIRED}&holder=mine", KEEP, alarm=True),
)
READING = (Card(_("低于定额的应急物资"), f"state={State.SHORT}", VIEW), Card(_("临近轮换的应急物资"), f"state={EXPIRING}", VIEW))


def desk_cards(request):
    """Departments without a reserve read nothing of it."""
    return cards_of(request, StockCardFilter, CARDS, view=VIEW, list_url="stockpiles_list", reading=READING, quiet=True)
