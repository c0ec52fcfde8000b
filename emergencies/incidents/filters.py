"""The list's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from emergencies.incidents.enums import Category, Grade, Source, State
from emergencies.incidents.models import Incident, IncidentKind
from emergencies.incidents.permissions import COMMAND, HANDLE, INFORM, REPORT, VIEW
from governance.people.enums import OfficeType
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice

TO_TELL, IN_RESPONSE = "to_tell", "response"


class IncidentFilter(CaseFilter):
    """Search, state, limit and place as everywhere; category, kind, grade and source besides."""

    groups = (
        Group(IN_RESPONSE, _("应急响应中"), lambda rows: rows.exclude(response="")),
        Group(TO_TELL, _("待上报"), lambda rows: rows.filter(reporter__isnull=False)),
    )
    category = choice(_("类别"), Category.choices)
    kind = django_filters.CharFilter(label=_("事件类型"), field_name="kind__code")
    grade = choice(_("等级"), Grade.choices)
    source = choice(_("来源"), Source.choices)
    teller = choice(_("待报告单位"), [("mine", _("本单位"))], method="by_teller")

    class Meta:
        model = Incident
        fields = ("q", "state", "due", "place", "holder", "category", "kind", "grade", "source", "teller", "since", "until")

    def by_teller(self, queryset, name, value):
        return queryset.filter(reporter=self.request.user.acting_post.office_id)

    def options_of(self, name, field, chosen):
        if name == "kind":
            return [("", ANY), *IncidentKind.objects.order_by("-active", "position").values_list("code", "name")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("突发事件待核实"), f"state={State.REGISTERED}&holder=mine", HANDLE, _("本单位牵头"), alarm=True),
    Card(_("突发事件待报告"), f"state={TO_TELL}&teller=mine", INFORM, _("本单位报送"), alarm=True),
    Card(_("处置中的突发事件"), f"state={State.HANDLING}", COMMAND),
)
READING = (Card(_("在办突发事件"), "", VIEW), Card(_("应急响应中"), f"state={IN_RESPONSE}", VIEW))
BELOW = (Card(_("在办突发事件"), "", REPORT),)


def desk_cards(request):
    """Who leads sees what waits; sites, villages and hotlines what they told and is not over."""
    kind = request.user.acting_post.office.type
    below = kind in (OfficeType.SITE, OfficeType.VILLAGE, OfficeType.HOTLINE)
    cards = BELOW if below else CARDS
    return cards_of(request, IncidentFilter, cards, view=VIEW, list_url="incidents_list", reading=READING, quiet=below)
