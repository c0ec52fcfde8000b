"""The worklist's filter, and the cards of the desk."""

import django_filters
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.kept import at_sending
from governance.places.enums import Level
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice
from grids.mesh.models import Grid
from grids.reports.enums import STATIONS, Came, State
from grids.reports.models import Report, ReportKind
from grids.reports.permissions import ANSWER, DISPATCH, REPORT, VIEW

STATION, UNSIGNED, EXTENSION, OWN = "station", "unsigned", "extension", "own"
RAISED, RETURNED, WATCHED, SILENT = "raised", "returned", "watched", "silent"
MARKS = {  # what a report is marked with → its word, and the rows
    UNSIGNED: (_("待签收"), lambda rows: rows.unsigned()),
    RAISED: (_("逾期上报"), lambda rows: rows.at_a_station().filter(came=Came.RAISED)),
    RETURNED: (_("下级退回、退回重办"), lambda rows: rows.filter(CAME_BACK)),
    WATCHED: (_("综治中心盯办"), lambda rows: rows.filter(watched_at__isnull=False)),
    EXTENSION: (_("待审延期"), lambda rows: rows.filter(extension_asked=True)),
    SILENT: (_("未核对自动办结"), lambda rows: rows.filter(by_silence=True)),
}
CAME_BACK = Q(state__in=[State.REPORTED, *STATIONS], came__in=[Came.RETURNED, Came.SENT_BACK])


class ReportFilter(CaseFilter):
    """Search, state, limit and place as everywhere; kind, grid, how it came and the worker's own grids besides. Nobody is searched for:
    a contact is sealed, and no filter asks for a person."""

    groups = (
        Group(STATION, _("待答复（各级）"), lambda rows: rows.at_a_station()),
        Group(UNSIGNED, _("待签收"), lambda rows: rows.at_a_station().filter(signed_at=None)),
        Group(EXTENSION, _("待审延期"), lambda rows: rows.filter(extension_asked=True)),
    )
    kind = django_filters.CharFilter(label=_("类型"), field_name="kind__code")
    grid = django_filters.CharFilter(label=_("网格编码"), field_name="grid__code", max_length=24)
    mark = choice(_("标记"), [(key, label) for key, (label, _rows) in MARKS.items()], method="by_mark")
    grids = choice(_("范围"), [(OWN, _("我的网格"))], method="by_grids")

    class Meta:
        model = Report
        fields = ("q", "state", "due", "place", "holder", "kind", "mark", "grid", "grids", "since", "until")

    def by_grids(self, queryset, name, value):
        return queryset.of_own_grids(self.request.user, at_sending())

    @property
    def is_ongoing(self):
        """What ended by silence has ended."""
        return super().is_ongoing and self.asked.get("mark") != SILENT

    def by_mark(self, queryset, name, value):
        return MARKS[value][1](queryset)

    def options_of(self, name, field, chosen):
        if name == "kind":
            return [("", ANY), *ReportKind.objects.order_by("-active", "order").values_list("code", "label")]
        if name == "grid" and (grids := self._grids()):
            return [("", ANY), *grids]
        return super().options_of(name, field, chosen)

    def _grids(self):
        """The grids of the village one acts for, to choose from; elsewhere there are too many, and a code is typed."""
        home = self.request.user.acting_post.office.place
        if home.level != Level.VILLAGE:
            return []
        return list(Grid.objects.active(timezone.localdate()).within(home.path).order_by("place_path").values_list("code", "name"))


CARDS = (
    Card(_("待我处置"), f"state={State.REPORTED}&grids=own", REPORT, _("我的网格")),
    Card(_("待我确认"), f"state={State.ANSWERED}&grids=own", REPORT, _("我的网格")),
    Card(_("网格事件待签收"), f"state={UNSIGNED}&holder=mine", ANSWER),
    Card(_("网格事件待答复"), f"state={STATION}&holder=mine", ANSWER, _("本单位承办")),
    Card(_("网格事件已逾期"), f"state={STATION}&due=late&holder=mine", ANSWER, _("本单位承办")),
    Card(_("网格事件待审延期"), f"state={EXTENSION}", DISPATCH),
    Card(_("网格事件已逾期"), f"state={STATION}&due=late", DISPATCH),
    Card(_("综治中心盯办"), f"mark={WATCHED}", DISPATCH, _("没有更高层级承办"), alarm=True),
)
READING = (Card(_("在办网格事件"), "", VIEW), Card(_("网格事件已逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, ReportFilter, CARDS, view=VIEW, list_url="reports_list", reading=READING)
