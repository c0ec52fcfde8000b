"""The list's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice
from grids.organisations.enums import Kind
from grids.organisations.models import FirmTask, Organisation
from grids.organisations.permissions import KEEP, VIEW

OPEN_TASKS = "open_tasks"


def with_open_tasks(rows):
    return rows.filter(pk__in=FirmTask.objects.waiting().values("organisation"))


class OrganisationFilter(CaseFilter):
    """Search, state and place as everywhere; the kind besides."""

    groups = (Group(OPEN_TASKS, _("有未完成的年度任务"), with_open_tasks),)
    kind = choice(_("类型"), Kind.choices)

    class Meta:
        model = Organisation
        fields = ("q", "state", "place", "kind", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("due", "holder"):
            del self.filters[name]


CARDS = (Card(_("物业年度任务未完成"), f"state={OPEN_TASKS}", KEEP),)


def desk_cards(request):
    return cards_of(request, OrganisationFilter, CARDS, view=VIEW, list_url="organisations_list", quiet=True)
