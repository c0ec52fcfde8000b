"""The list's filter, and the cards of the desk."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from emergencies.plans.enums import Kind, State
from emergencies.plans.models import Plan
from emergencies.plans.permissions import DRAFT, REVIEW, VIEW
from governance.kept import at_sending
from governance.people.enums import OfficeType
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice

SOON, LATE = "soon", "review_late"
OF_SITES, OF_OFFICES = "sites", "offices"
AHEAD = timedelta(days=60)


def to_reassess(rows):
    """In force, and to be assessed within sixty days, or late."""
    return rows.in_force().filter(due_at__lt=at_sending(lambda now: now + AHEAD))


class PlanFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the kind, and whose plan it is."""

    groups = (
        Group(SOON, _("60日内须评估（含逾期）"), to_reassess),
        Group(LATE, _("逾期未评估"), lambda rows: rows.in_force().past_due(at_sending())),
    )
    kind = choice(_("预案类型"), Kind.choices)
    whose = choice(_("编制单位"), [(OF_SITES, _("场所")), (OF_OFFICES, _("政府、部门"))], empty=ANY, method="by_whose")

    class Meta:
        model = Plan
        fields = ("q", "state", "due", "place", "holder", "kind", "whose", "since", "until")

    def by_whose(self, queryset, name, value):
        return queryset.of_offices() if value == OF_OFFICES else queryset.filter(venue__isnull=False)


CARDS = (
    Card(_("待审查的预案"), "state=submitted&holder=mine", REVIEW),
    Card(_("退回修改的预案"), "state=returned&holder=mine", DRAFT),
    Card(_("待签发施行的预案"), "state=reviewed&holder=mine", DRAFT),
    Card(_("60日内须评估的预案"), "state=soon&holder=mine", DRAFT, _("含逾期")),
)
READING = (Card(_("正在施行的预案"), f"state={State.IN_FORCE}", VIEW), Card(_("逾期未评估的预案"), "state=review_late&due=late", VIEW))


def desk_cards(request):
    """What waits at one's own office; a site's manager sees only what is owed."""
    is_site = request.user.acting_post.office.type == OfficeType.SITE
    return cards_of(request, PlanFilter, CARDS, view=VIEW, list_url="plans_list", reading=READING, quiet=is_site)
