"""The list's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.enums import Topic
from emergencies.checklists.models import CheckList
from emergencies.inspection_plans.enums import State
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspection_plans.permissions import PLAN, SETTLE, VIEW
from governance.web.casework.filters import ANY, Card, CaseFilter, cards_of, choice


class PlanFilter(CaseFilter):
    """Search, state, limit and place as everywhere; field and check list besides."""

    topic = choice(_("领域"), Topic.choices, field_name="checklist__topic")
    checklist = django_filters.CharFilter(label=_("检查表"), field_name="checklist__code")

    class Meta:
        model = InspectionPlan
        fields = ("q", "state", "due", "place", "holder", "topic", "checklist", "since", "until")

    def options_of(self, name, field, chosen):
        if name == "checklist":
            return [("", ANY), *CheckList.objects.values_list("code", "label")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("检查计划待审定"), f"state={State.DRAFTED}&holder=mine", SETTLE),
    Card(_("检查计划待抽取"), f"state={State.ANNOUNCED}&holder=mine", PLAN, _("到公布的时间后抽取")),
    Card(_("检查计划已逾期"), "due=late&holder=mine", PLAN, alarm=True),
)
READING = (Card(_("检查计划"), "", VIEW), Card(_("检查计划已逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, PlanFilter, CARDS, view=VIEW, list_url="inspection_plans_list", reading=READING)
