"""The worklist's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Colour, Kind, Outcome, Source, State
from disputes.mediation.indicators import PARTS, rows_of
from disputes.mediation.models import Mediation
from disputes.mediation.permissions import ASSIGN, LEAD, MEDIATE, VIEW
from governance.web.casework.filters import MINE, Card, CaseFilter, Group, cards_of, choice

TO_FILE, TO_PLACE = "to_file", "to_place"
ARRANGED = "arranged"


class MediationFilter(CaseFilter):
    """Search, state, limit and place as everywhere; kind, source, outcome and one's own besides."""

    groups = (
        Group(TO_FILE, _("待归档"), lambda rows: rows.to_file()),
        Group(ARRANGED, _("已约定调解"), lambda rows: rows.filter(next_session_at__isnull=False)),
        Group(TO_PLACE, _("待指定调委会"), lambda rows: rows.to_place()),
    )
    kind = choice(_("纠纷类型"), Kind.choices)
    mediator = choice(_("调解员"), [(MINE, _("本人"))], method="by_mediator")
    source = choice(_("来源"), Source.choices)
    outcome = choice(_("调解结果"), Outcome.choices)
    colour = choice(_("纠纷等级"), Colour.choices)
    leader = choice(_("牵头"), [(MINE, _("本单位牵头"))], method="by_leader")
    committee = django_filters.CharFilter(label=_("调委会代码"), field_name="office__code")
    part = choice(_("统计口径"), [(name, label) for name, (label, _rows) in PARTS.items()], method="by_part")

    class Meta:
        model = Mediation
        fields = (
            "q", "state", "due", "place", "holder", "kind", "colour", "leader", "mediator", "source", "outcome", "committee", "part",
            "since", "until",
        )  # fmt: skip

    def by_mediator(self, queryset, name, value):
        return queryset.of_mediator(self.request.user)

    def by_leader(self, queryset, name, value):
        return queryset.led_by(self.request.user.acting_post.office)

    def by_part(self, queryset, name, value):
        """Exactly the rows a figure of the committees counts."""
        return rows_of(value)(queryset)


CARDS = (
    Card(_("待受理"), f"state={State.REGISTERED}&holder=mine", MEDIATE),
    Card(_("待指派调解员"), f"state={State.ACCEPTED}&holder=mine", MEDIATE),
    Card(_("我的调解"), f"state={State.MEDIATING}&mediator=mine", MEDIATE, _("本人主持，调解中")),
    Card(_("待回访"), f"state={State.AGREED}&holder=mine", MEDIATE, _("已达成协议")),
    Card(_("待归档"), f"state={TO_FILE}&holder=mine", MEDIATE),
    Card(_("24小时内到期"), "due=24&holder=mine", MEDIATE),
    Card(_("已逾期"), "due=late&holder=mine", MEDIATE),
    Card(_("红色纠纷"), f"colour={Colour.RED}", ASSIGN, _("由旗县区牵头")),
    Card(_("本单位牵头的纠纷"), f"leader={MINE}", LEAD),
    Card(_("待指定调委会"), f"state={TO_PLACE}", ASSIGN, _("没有承办的，或者承办的须回避")),
    Card(_("调解逾期"), "due=late", ASSIGN),
)
READING = (Card(_("调解在办"), "", VIEW), Card(_("调解逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, MediationFilter, CARDS, view=VIEW, list_url="mediation_list", reading=READING)
