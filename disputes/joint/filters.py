"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from disputes.joint.models import JointMediation
from disputes.joint.permissions import ANSWER, VIEW
from governance.web.casework.filters import MINE, Card, CaseFilter, cards_of, choice


class JointFilter(CaseFilter):
    """Search, state, limit and place as everywhere; who has still to answer, and who leads."""

    awaited = choice(_("答复"), [(MINE, _("待本单位答复"))], method="by_awaited")
    lead = choice(_("牵头"), [(MINE, _("本单位牵头"))], method="by_lead")

    class Meta:
        model = JointMediation
        fields = ("q", "state", "due", "place", "holder", "awaited", "lead", "since", "until")

    def by_awaited(self, queryset, name, value):
        return queryset.awaiting(self.request.user.acting_post.office_id)

    def by_lead(self, queryset, name, value):
        return queryset.filter(lead=self.request.user.acting_post.office_id)


CARDS = (
    Card(_("待答复的联合调解"), f"awaited={MINE}", ANSWER),
    Card(_("本单位牵头的联合调解"), f"lead={MINE}", ANSWER),
)


def desk_cards(request):
    return cards_of(request, JointFilter, CARDS, view=VIEW, list_url="joint_list")
