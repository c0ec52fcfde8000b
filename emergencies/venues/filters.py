"""The list's filter, and the cards of the desk."""

from datetime import timedelta

import django_filters
from django.utils.translation import gettext_lazy as _

from emergencies.venues.enums import Grade
from emergencies.venues.models import Venue, VenueKind
from emergencies.venues.permissions import AGREE, ASSESS, CONFIRM, DECLARE, VIEW
from governance.kept import at_sending
from governance.people.enums import OfficeType
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice

UNASSESSED, SOON, NO_PLAN, LOWERING = "unassessed", "reassess", "no_plan", "lowering"
AHEAD = timedelta(days=60)


def to_reassess(rows):
    """Graded, and the year of the grading ends within sixty days or has ended."""
    return rows.confirmed().filter(assessed_at__isnull=False, due_at__lt=at_sending(lambda now: now + AHEAD))


class VenueFilter(CaseFilter):
    """Search, state, limit and place as everywhere; kind and grade besides."""

    groups = (
        Group(UNASSESSED, _("待评估"), lambda rows: rows.confirmed().filter(assessed_at=None)),
        Group(SOON, _("60日内须复评（含逾期）"), to_reassess),
        Group(LOWERING, _("下调等级待审核"), lambda rows: rows.confirmed().asking_to_lower()),
        Group(NO_PLAN, _("没有现行应急预案"), lambda rows: rows.confirmed().without_plan()),
    )
    kind = django_filters.CharFilter(label=_("类型"), field_name="kind__code")
    grade = choice(_("风险等级"), Grade.choices)

    class Meta:
        model = Venue
        fields = ("q", "state", "due", "place", "holder", "kind", "grade", "since", "until")

    def options_of(self, name, field, chosen):
        if name == "kind":
            return [("", ANY), *VenueKind.objects.in_use().values_list("code", "name")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("待核实场所"), "state=declared", CONFIRM),
    Card(_("待评估场所"), "state=unassessed&holder=mine", ASSESS, _("本单位负责评估")),
    Card(_("60日内须复评"), "state=reassess&holder=mine", ASSESS, _("本单位负责评估，含逾期")),
    Card(_("场所评估已逾期"), "due=late&holder=mine", ASSESS, _("本单位负责评估")),
    Card(_("下调等级待审核"), "state=lowering", AGREE, _("评估人以外的人审核")),
    Card(_("待补正场所"), "state=returned", DECLARE),
    Card(_("没有现行应急预案的场所"), "state=no_plan", DECLARE),
)
READING = (
    Card(_("人员密集场所"), "", VIEW),
    Card(_("红色场所"), "grade=red", VIEW),
    Card(_("待评估场所"), "state=unassessed", VIEW),
    Card(_("场所评估已逾期"), "due=late", VIEW),
)
OF_A_SITE = (
    Card(_("本单位场所"), "", VIEW, _("信息、风险等级、应急预案")),
    Card(_("待补正"), "state=returned", DECLARE),
    Card(_("没有现行应急预案"), "state=no_plan", DECLARE, _("请报送应急预案")),
)


def desk_cards(request):
    """A site's manager sees what the own site owes; supervisors what waits for them."""
    if request.user.acting_post.office.type != OfficeType.SITE:
        return cards_of(request, VenueFilter, CARDS, view=VIEW, list_url="venues_list", reading=READING)
    own, *owed = cards_of(request, VenueFilter, OF_A_SITE, view=VIEW, list_url="venues_list", quiet=True)
    return [own | {"is_quiet": False}, *owed]
