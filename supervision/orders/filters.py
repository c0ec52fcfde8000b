"""The worklist's filter, and the cards of the desk."""

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import Card, CaseFilter, Group, cards_of
from supervision.orders.enums import State
from supervision.orders.models import Item, Order
from supervision.orders.permissions import DECIDE, OWING, REPORT, SERVE, VIEW

EXTENSION, ESCALATED, PARTLY, MISSED = "extension", "escalated", "partly", "missed"


class OrderFilter(CaseFilter):
    """Search, state, limit and place as everywhere."""

    groups = (
        Group(EXTENSION, _("待审延期"), lambda rows: rows.filter(extension_asked=True)),
        Group(PARTLY, _("部分完成"), lambda rows: rows.filter(items_done__gt=0, items_done__lt=F("items_total"))),
        Group(
            MISSED,
            _("有事项逾期"),
            lambda rows: rows.filter(Exists(Item.objects.filter(order=OuterRef("pk"), overdue_at__isnull=False, done=False))),
        ),
        Group(ESCALATED, _("已提级"), lambda rows: rows.filter(escalated_at__isnull=False)),
    )

    class Meta:
        model = Order
        fields = ("q", "state", "due", "place", "holder", "since", "until")


CARDS = (
    Card(_("待送达"), f"state={State.DRAFTED.value}&holder=mine", SERVE, _("责令整改通知书")),
    Card(_("待复查"), f"state={State.REPORTED.value}&holder=mine", SERVE),
    Card(_("待审延期"), f"state={EXTENSION}&holder=mine", DECIDE),
    Card(_("逾期整改"), f"state={State.SERVED.value}&due=late&holder=mine", DECIDE),
)
OWN = (
    Card(_("本单位限期整改"), f"state={State.SERVED.value}", REPORT),
    Card(_("逾期未整改"), f"state={State.SERVED.value}&due=late", REPORT),
)
READING = (Card(_("责令整改"), "", VIEW), Card(_("逾期整改"), "due=late", VIEW))


def desk_cards(request):
    post = request.user.acting_post
    cards = OWN if post and post.role in OWING else CARDS
    return cards_of(request, OrderFilter, cards, view=VIEW, list_url="orders_list", reading=READING)
