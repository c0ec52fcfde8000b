"""The list's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from emergencies.purchases.enums import State
from emergencies.purchases.models import PurchasePlan
from emergencies.purchases.permissions import APPROVE, CONCUR, VIEW
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of

ASKED = "asked"


class PurchaseFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the year besides."""

    year = django_filters.NumberFilter(label=_("年度"))

    class Meta:
        model = PurchasePlan
        fields = ("q", "state", "due", "place", "holder", "year", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups = (Group(ASKED, _("待本单位会签"), self.awaiting_own),)
        self.filters["state"].extra["choices"] = [(ASKED, _("待本单位会签")), *self.filters["state"].extra["choices"]]

    def awaiting_own(self, rows):
        return rows.filter(state=State.CIRCULATED, awaited_ids__contains=[self.request.user.acting_post.office_id])


CARDS = (
    Card(_("购置计划待本单位会签"), f"state={ASKED}", CONCUR),
    Card(_("购置计划待审定"), f"state={State.CIRCULATED}&holder=mine", APPROVE),
    Card(_("购置计划已逾期"), "due=late&holder=mine", APPROVE),
)


def desk_cards(request):
    """Departments without a plan read nothing of it."""
    return cards_of(request, PurchaseFilter, CARDS, view=VIEW, list_url="purchases_list", quiet=True)
