"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.danger_sources.enums import Level, State
from emergencies.danger_sources.models import DangerSource
from emergencies.danger_sources.permissions import FILE, KEEP, VIEW
from governance.kept import at_sending
from governance.people.enums import OfficeType
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice

NO_PLAN, LATE = "no_plan", "late"


class DangerSourceFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the level besides."""

    groups = (
        Group(NO_PLAN, _("预案未备案"), lambda rows: rows.without_plan()),
        Group(LATE, _("检查、监测、评估已逾期"), lambda rows: rows.filed().past_due(at_sending())),
    )
    level = choice(_("级别"), [one for one in Level.choices if one[0]])

    class Meta:
        model = DangerSource
        fields = ("q", "state", "due", "place", "holder", "level", "since", "until")


CARDS = (
    Card(_("重大危险源待备案"), f"state={State.DECLARED}&holder=mine", FILE),
    Card(_("重大危险源逾期事项"), f"state={LATE}&holder=mine", FILE, _("年度检查、监测记录、评估")),
)
READING = (Card(_("重大危险源"), "", VIEW), Card(_("重大危险源逾期事项"), f"state={LATE}", VIEW))
OF_A_SITE = (
    Card(_("本单位重大危险源"), "", KEEP, _("监测记录、预案、评估")),
    Card(_("重大危险源待补正"), f"state={State.RETURNED}", KEEP),
)


def desk_cards(request):
    """A site without a danger source reads nothing of them."""
    cards = OF_A_SITE if request.user.acting_post.office.type == OfficeType.SITE else CARDS
    return cards_of(request, DangerSourceFilter, cards, view=VIEW, list_url="danger_sources_list", reading=READING, quiet=True)
