"""The worklist's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from disputes.searches.enums import State
from disputes.searches.models import Search
from disputes.searches.permissions import SEARCH, STEER, VIEW
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice

OWED = "owed"
FOUND = [("yes", _("发现纠纷的")), ("handed", _("有移交的")), ("no", _("未发现的"))]


class SearchFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the round and what was found besides."""

    groups = (Group(OWED, _("未完成"), lambda rows: rows.owed()),)
    round = django_filters.CharFilter(label=_("轮次编号"), method="by_round", max_length=40)
    found = choice(_("排查结果"), FOUND, method="by_found")

    class Meta:
        model = Search
        fields = ("q", "state", "due", "place", "round", "found", "since", "until")

    def by_round(self, queryset, name, value):
        return queryset.filter(round__number=value.strip())

    def by_found(self, queryset, name, value):
        if value == "no":
            return queryset.filter(state=State.DONE, found=0)
        return queryset.filter(handed__gt=0) if value == "handed" else queryset.with_findings()


CARDS = (
    Card(_("待排查"), f"state={State.DUE}", SEARCH, _("本村（社区）")),
    Card(_("排查中"), f"state={State.SEARCHING}", SEARCH),
    Card(_("排查24小时内到期"), "due=24", SEARCH),
    Card(_("排查逾期"), "due=late", SEARCH),
    Card(_("排查未完成"), f"state={OWED}", STEER, _("村（社区）")),
    Card(_("排查逾期"), "due=late", STEER),
)
READING = (Card(_("排查未完成"), "", VIEW), Card(_("排查逾期"), "due=late", VIEW))


def desk_cards(request):
    return cards_of(request, SearchFilter, CARDS, view=VIEW, list_url="searches_list", reading=READING)
