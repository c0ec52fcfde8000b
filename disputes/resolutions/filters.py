"""The worklist's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from disputes.resolutions.enums import State
from disputes.resolutions.models import Resolution
from disputes.resolutions.permissions import CARRY, CHECK, VIEW
from governance.web.casework.filters import MINE, Card, CaseFilter, cards_of, choice


class ResolutionFilter(CaseFilter):
    """Search, state, limit and place as everywhere; whose meeting it was, and whether the day was kept, besides."""

    owner = choice(_("责任单位"), [(MINE, _("本单位"))], method="by_owner")
    caller = choice(_("召集单位"), [(MINE, _("本单位"))], method="by_caller")
    kept = choice(_("按期落实"), [("yes", _("按期")), ("no", _("逾期"))], method="by_kept")
    meeting = django_filters.CharFilter(label=_("会议编号"), field_name="meeting__number")

    class Meta:
        model = Resolution
        fields = ("q", "state", "due", "place", "holder", "owner", "caller", "kept", "meeting", "since", "until")

    def by_owner(self, queryset, name, value):
        return queryset.filter(owner=self.request.user.acting_post.office_id)

    def by_caller(self, queryset, name, value):
        return queryset.filter(caller=self.request.user.acting_post.office_id)

    def by_kept(self, queryset, name, value):
        return queryset.filter(kept=value == "yes")


CARDS = (
    Card(_("待落实的议定事项"), f"state={State.CARRYING.value}&owner=mine", CARRY),
    Card(_("逾期未落实的议定事项"), "due=late&owner=mine", CARRY, _("本单位负责")),
    Card(_("议定事项待验收"), f"state={State.REPORTED.value}&caller=mine", CHECK),
    Card(_("议定事项逾期"), f"state={State.CARRYING.value}&due=late&caller=mine", CHECK, _("本单位召集的会议")),
)
READING = (Card(_("议定事项在办"), "", VIEW), Card(_("议定事项逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, ResolutionFilter, CARDS, view=VIEW, list_url="resolutions_list", reading=READING, quiet=True)
