"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from disputes.cohandling.enums import State
from disputes.cohandling.models import CoHandling
from disputes.cohandling.permissions import HANDLE
from governance.web.casework.filters import MINE, Card, CaseFilter, cards_of, choice


class CoHandlingFilter(CaseFilter):
    """Search, state, limit and place as everywhere, and whose complaint it is."""

    lead = choice(_("主办"), [(MINE, _("本单位主办"))], method="by_lead")

    class Meta:
        model = CoHandling
        fields = ("q", "state", "due", "place", "holder", "lead", "since", "until")

    def by_lead(self, queryset, name, value):
        return queryset.filter(complaint__office=self.request.user.acting_post.office_id)


CARDS = (
    Card(_("待签收协办单"), f"state={State.ISSUED}&holder={MINE}", HANDLE),
    Card(_("待反馈"), f"state={State.SIGNED}&holder={MINE}", HANDLE, _("本单位协办")),
    Card(_("协办已逾期"), f"due=late&holder={MINE}", HANDLE),
)


def desk_cards(request):
    return cards_of(request, CoHandlingFilter, CARDS, view=HANDLE, list_url="cohandling_list")
