"""The worklist's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from governance.kept import at_sending
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice
from grids.patrols.enums import State
from grids.patrols.models import CheckList, Patrol
from grids.patrols.permissions import DRAW, PLAN, SUPERVISE, VIEW, WALK

TO_WALK, UNSERVED, FOUND, OWN = "to_walk", "unserved", "found", "own"


class PatrolFilter(CaseFilter):
    """Search, state, limit and place as everywhere; check list, grid and the worker's own grids besides."""

    groups = (
        Group(TO_WALK, _("待巡（含逾期）"), lambda rows: rows.to_walk()),
        Group(UNSERVED, _("没有网格员"), lambda rows: rows.unserved()),
        Group(FOUND, _("发现问题"), lambda rows: rows.filter(findings__gt=0), ended_too=True),
    )
    checklist = django_filters.CharFilter(label=_("检查表"), field_name="plan__checklist__code")
    grid = django_filters.CharFilter(label=_("网格编码"), field_name="grid__code", max_length=24)
    grids = choice(_("范围"), [(OWN, _("我的网格"))], method="by_grids")

    class Meta:
        model = Patrol
        fields = ("q", "state", "due", "place", "holder", "checklist", "grid", "grids", "since", "until")

    def by_grids(self, queryset, name, value):
        return queryset.of_own_grids(self.request.user, at_sending())

    def options_of(self, name, field, chosen):
        if name == "checklist":
            return [("", ANY), *CheckList.objects.values_list("code", "label")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("待我巡查"), f"state={TO_WALK}&grids={OWN}", WALK, _("我的网格，先到期的在前")),
    Card(_("巡查已逾期"), f"state={State.OVERDUE}&grids={OWN}", WALK, _("请尽快补巡"), alarm=True),
    Card(_("巡查已逾期"), f"state={State.OVERDUE}", DRAW, _("待补巡"), alarm=True),
    Card(_("巡查没有网格员"), f"state={UNSERVED}", PLAN, _("请先为网格指定责任网格员"), alarm=True),
    Card(_("巡查已逾期"), f"state={State.OVERDUE}", SUPERVISE, _("待补巡"), alarm=True),
)
READING = (Card(_("进行中的网格巡查"), "", VIEW), Card(_("巡查已逾期"), f"state={State.OVERDUE}", VIEW))


def desk_cards(request):
    """The same rows under one card: who draws and supervises sees the overdue ones once."""
    cards = cards_of(request, PatrolFilter, CARDS, view=VIEW, list_url="patrols_list", reading=READING)
    return list({card["url"]: card for card in cards}.values())
