"""The worklist's filter, and the cards of the desk."""

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice
from grids.reports.enums import State
from grids.reports.models import Report, ReportKind
from grids.reports.permissions import ANSWER, DISPATCH, REPORT, VIEW

STATION, UNSIGNED, EXTENSION, OWN = "station", "unsigned", "extension", "own"


class ReportFilter(CaseFilter):
    """Search, state, limit and place as everywhere; kind and the worker's own grids besides."""

    groups = (
        Group(STATION, _("待答复（各级）"), lambda rows: rows.at_a_station()),
        Group(UNSIGNED, _("待签收"), lambda rows: rows.at_a_station().filter(signed_at=None)),
        Group(EXTENSION, _("待审延期"), lambda rows: rows.filter(extension_asked=True)),
    )
    kind = django_filters.CharFilter(label=_("类型"), field_name="kind__code")
    grid = django_filters.CharFilter(label=_("网格编码"), field_name="grid__code", max_length=24)
    grids = choice(_("范围"), [(OWN, _("我的网格"))], method="by_grids")

    class Meta:
        model = Report
        fields = ("q", "state", "due", "place", "holder", "kind", "grid", "grids", "since", "until")

    def by_grids(self, queryset, name, value):
        return queryset.of_own_grids(self.request.user, timezone.now())

    def options_of(self, name, field, chosen):
        if name == "kind":
            return [("", ANY), *ReportKind.objects.in_use().values_list("code", "label")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("待我处置"), f"state={State.REPORTED}&grids=own", REPORT, _("我的网格")),
    Card(_("待我确认"), f"state={State.ANSWERED}&grids=own", REPORT, _("我的网格")),
    Card(_("网格事件待签收"), f"state={UNSIGNED}&holder=mine", ANSWER),
    Card(_("网格事件待答复"), f"state={STATION}&holder=mine", ANSWER, _("本单位承办")),
    Card(_("网格事件已逾期"), f"state={STATION}&due=late&holder=mine", ANSWER, _("本单位承办")),
    Card(_("网格事件待审延期"), f"state={EXTENSION}", DISPATCH),
    Card(_("网格事件已逾期"), f"state={STATION}&due=late", DISPATCH),
)
READING = (Card(_("在办网格事件"), "", VIEW), Card(_("网格事件已逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, ReportFilter, CARDS, view=VIEW, list_url="reports_list", reading=READING)
