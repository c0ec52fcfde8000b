"""The worklist's filter, and the cards of the desk: money that is late."""

import django_filters
from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import MINE, Card, CaseFilter, cards_of
from grids.funding.enums import State
from grids.funding.models import Allotment
from grids.funding.permissions import CONFIRM, PAY, SUPERVISE, VIEW


class AllotmentFilter(CaseFilter):
    """Search, state, limit and place as everywhere; year and duty besides."""

    year = django_filters.NumberFilter(label=_("年度"), field_name="year")
    duty = django_filters.CharFilter(label=_("事项代码"), field_name="duty__code", max_length=40)

    class Meta:
        model = Allotment
        fields = ("q", "state", "due", "place", "holder", "year", "duty", "since", "until")


CARDS = (
    Card(_("准入经费待拨付"), f"state={State.OWED}&holder={MINE}", PAY),
    Card(_("准入经费逾期未拨"), f"due=late&holder={MINE}", PAY),
    Card(_("准入经费待确认到账"), f"state={State.PAID}", CONFIRM),
    Card(_("准入经费逾期未到"), "due=late", CONFIRM),
    Card(_("准入经费逾期未拨"), "due=late", SUPERVISE),
)


def desk_cards(request):
    return cards_of(request, AllotmentFilter, CARDS, view=VIEW, list_url="funding_list")
