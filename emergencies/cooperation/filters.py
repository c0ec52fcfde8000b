"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.enums import Kind, State
from emergencies.cooperation.models import CityMeeting
from emergencies.cooperation.permissions import CALL, CARRY_OUT, VIEW
from governance.kept import at_sending
from governance.web.casework.filters import MINE, Card, CaseFilter, Group, cards_of, choice

TO_HOLD = "to_hold"


class CityMeetingFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the kind, and whether one's own office has to carry something out, besides."""

    groups = (Group(TO_HOLD, _("会期已到，待登记"), lambda rows: rows.to_hold(at_sending())),)
    kind = choice(_("会商类型"), Kind.choices)
    owner = choice(_("议定事项"), [(MINE, _("本单位待落实"))], method="by_owner")

    class Meta:
        model = CityMeeting
        fields = ("q", "state", "due", "place", "holder", "kind", "owner", "since", "until")

    def by_owner(self, queryset, name, value):
        own = self.request.user.acting_post.office_id
        return queryset.filter(state=State.CARRYING, resolutions__owner=own, resolutions__done_on=None).distinct()


CARDS = (
    Card(_("区域会商待安排"), f"state={State.DUE.value}&holder=mine", CALL),
    Card(_("区域会商会期已到待登记"), f"state={TO_HOLD}&holder=mine", CALL, alarm=True),
    Card(_("区域会商纪要待印发"), f"state={State.HELD.value}&holder=mine", CALL),
    Card(_("区域会商议定事项待落实"), f"owner={MINE}", CARRY_OUT),
)


def desk_cards(request):
    """What waits; most offices take part in none, and see no card."""
    return cards_of(request, CityMeetingFilter, CARDS, view=VIEW, list_url="cooperation_list", quiet=True)
