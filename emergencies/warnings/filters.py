"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from emergencies.warnings.enums import Level, Sort, State
from emergencies.warnings.models import Warning
from emergencies.warnings.permissions import CHECK, DRAFT, ISSUE, VIEW
from governance.kept import at_sending
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice

IN_FORCE = "in_force"


def in_force(rows):
    """Before the public now."""
    return rows.in_force(at_sending())


class WarningFilter(CaseFilter):
    """Search, state, limit and place as everywhere; sort and level besides."""

    groups = (Group(IN_FORCE, _("生效中"), in_force),)
    sort = choice(_("类别"), Sort.choices)
    level = choice(_("级别"), Level.choices)

    class Meta:
        model = Warning
        fields = ("q", "state", "due", "place", "holder", "sort", "level", "since", "until")


CARDS = (
    Card(_("待校核的预警和信息"), f"state={State.DRAFTED.value}&holder=mine", CHECK, _("须由拟稿人以外的同事校核"), alarm=True),
    Card(_("待签发的预警和信息"), f"state={State.CHECKED.value}&holder=mine", ISSUE, alarm=True),
    Card(_("更新待校核"), f"state={State.REVISING.value}&holder=mine", CHECK, alarm=True),
    Card(_("更新待签发"), f"state={State.REVISED.value}&holder=mine", ISSUE, alarm=True),
    Card(_("退回修改的稿件"), f"state={State.RETURNED.value}&holder=mine", DRAFT),
)
READING = (Card(_("生效中的预警和信息"), f"state={IN_FORCE}", VIEW),)


def desk_cards(request):
    return cards_of(request, WarningFilter, CARDS, view=VIEW, list_url="warnings_list", reading=READING)
