"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.kept import at_sending
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice
from grids.community.enums import Kind, State
from grids.community.models import Activity
from grids.community.permissions import KEEP, VIEW

TO_REPORT, COMING = "to_report", "coming"


class ActivityFilter(CaseFilter):
    """Search, state and place as everywhere; the kind besides."""

    groups = (
        Group(COMING, _("即将举行"), lambda rows: rows.filter(state=State.PUBLISHED, ends_at__gt=at_sending())),
        Group(TO_REPORT, _("已举行，待小结"), lambda rows: rows.to_report(at_sending())),
    )
    kind = choice(_("类别"), Kind.choices)

    class Meta:
        model = Activity
        fields = ("q", "state", "place", "kind", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("due", "holder"):
            del self.filters[name]


CARDS = (Card(_("社区活动待小结"), f"state={TO_REPORT}", KEEP), Card(_("社区活动待发布"), f"state={State.DRAFT}", KEEP))


def desk_cards(request):
    return cards_of(request, ActivityFilter, CARDS, view=VIEW, list_url="community_list", quiet=True)
