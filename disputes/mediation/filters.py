"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Kind, Outcome, Source, State
from disputes.mediation.models import Mediation
from disputes.mediation.permissions import ASSIGN, MEDIATE, VIEW
from governance.web.casework.filters import MINE, Card, CaseFilter, Group, cards_of, choice

TO_FILE, TO_PLACE = "to_file", "to_place"


class MediationFilter(CaseFilter):
    """Search, state, limit and place as everywhere; kind, source, outcome and one's own besides."""

    groups = (
        Group(TO_FILE, _("待归档"), lambda rows: rows.to_file()),
        Group(TO_PLACE, _("待指定调委会"), lambda rows: rows.to_place()),
    )
    kind = choice(_("纠纷类型"), Kind.choices)
    mediator = choice(_("调解员"), [(MINE, _("本人"))], method="by_mediator")
    source = choice(_("来源"), Source.choices)
    outcome = choice(_("调解结果"), Outcome.choices)

    class Meta:
        model = Mediation
        fields = ("q", "state", "due", "place", "holder", "kind", "mediator", "source", "outcome", "since", "until")

    def by_mediator(self, queryset, name, value):
        return queryset.of_mediator(self.request.user)


CARDS = (
    Card(_("待受理"), f"state={State.REGISTERED}&holder=mine", MEDIATE),
    Card(_("待指派调解员"), f"state={State.ACCEPTED}&holder=mine", MEDIATE),
    Card(_("我的调解"), f"state={State.MEDIATING}&mediator=mine", MEDIATE, _("本人主持，调解中")),
    Card(_("待回访"), f"state={State.AGREED}&holder=mine", MEDIATE, _("已达成协议")),
    Card(_("待归档"), f"state={TO_FILE}&holder=mine", MEDIATE),
    Card(_("24小时内到期"), "due=24&holder=mine", MEDIATE),
    Card(_("已逾期"), "due=late&holder=mine", MEDIATE),
    Card(_("待指定调委会"), f"state={TO_PLACE}", ASSIGN, _("没有承办的，或者承办的须回避")),
    Card(_("调解逾期"), "due=late", ASSIGN),
)
READING = (Card(_("调解在办"), "", VIEW), Card(_("调解逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, MediationFilter, CARDS, view=VIEW, list_url="mediation_list", reading=READING)
