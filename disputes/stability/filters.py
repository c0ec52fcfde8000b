"""The register's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from disputes.stability.enums import Level, Result, State
from disputes.stability.models import DecisionKind, StabilityAssessment
from disputes.stability.permissions import ASSESS, CARRY, FILE, VIEW
from governance.web.casework.filters import ANY, MINE, Card, CaseFilter, Group, cards_of, choice

REPORTED = "reported"


class AssessmentFilter(CaseFilter):
    """Search, state, limit and place as everywhere; kind, risk, result, and what one's own office has to do, besides."""

    groups = (Group(REPORTED, _("措施落实待核实"), lambda rows: rows.filter(reported__gt=0)),)
    kind = choice(_("决策类别"), [], method="by_kind")
    level = choice(_("措施后风险等级"), Level.choices, field_name="level_after")
    result = choice(_("评估结论"), Result.choices)
    filing = choice(_("备案"), [(MINE, _("由本单位备案"))], method="by_filing")
    owed = choice(_("措施"), [(MINE, _("待本单位落实"))], method="by_owed")

    class Meta:
        model = StabilityAssessment
        fields = ("q", "state", "due", "place", "holder", "kind", "level", "result", "filing", "owed", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["kind"].extra["choices"] = lambda: DecisionKind.objects.values_list("code", "name")

    def by_kind(self, queryset, name, value):
        return queryset.filter(kind__code=value)

    def by_filing(self, queryset, name, value):
        return queryset.filter(filing_ids__contains=[self.request.user.acting_post.office_id])

    def by_owed(self, queryset, name, value):
        return queryset.filter(owed_ids__contains=[self.request.user.acting_post.office_id])

    def options_of(self, name, field, chosen):
        if name == "kind":
            return [("", ANY), *DecisionKind.objects.values_list("code", "name")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("稳评待备案"), f"state={State.SUBMITTED.value}&filing=mine", FILE),
    Card(_("稳评逾期"), "due=late&filing=mine", FILE, _("由本单位备案的项目")),
    Card(_("稳评结论待审定"), f"state={State.CONCLUDED.value}&holder=mine", ASSESS),
    Card(_("稳评进行中"), f"state={State.ASSESSING.value}&holder=mine", ASSESS),
    Card(_("稳评措施待核实"), f"state={REPORTED}&holder=mine", ASSESS),
    Card(_("稳评措施待落实"), "owed=mine", CARRY),
)
READING = (Card(_("社会稳定风险评估"), "", VIEW), Card(_("稳评逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, AssessmentFilter, CARDS, view=VIEW, list_url="stability_list", reading=READING, quiet=True)
