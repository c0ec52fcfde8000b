"""The lists of committees and of mediators, and the cards of the desk."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.mediators.enums import CommitteeKind, Trade
from disputes.mediators.models import Committee, Mediator, Studio
from disputes.mediators.permissions import KEEP, OVERSEE, VIEW
from governance.access.scope import may
from governance.deadlines.terms import IN_DAYS
from governance.web.casework.counting import card_of
from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice

OVERDUE, WAITING, ALONE, SERVING, ENDING, LEFT = "overdue", "studio_waiting", "no_mediator", "serving", "ending", "left"
PEOPLE = ((SERVING, _("在聘")), (ENDING, _("聘期将满、已满")), (LEFT, _("已离任")))


def soon():
    """How far ahead the end of a term is told of for the first time."""
    return max(IN_DAYS, default=timedelta())


def overdue(rows):
    return rows.overdue(timezone.localdate())


def with_waiting_studio(rows):
    return rows.in_force().filter(pk__in=Studio.objects.waiting().values("committee"))


def without_mediator(rows):
    return rows.in_force().exclude(pk__in=Mediator.objects.serving(timezone.localdate()).values("committee"))


class CommitteeFilter(CaseFilter):
    """Search, state, limit and place as everywhere; kind and trade besides."""

    groups = (
        Group(OVERDUE, _("任期届满待换届"), overdue),
        Group(WAITING, _("有工作室待同意"), with_waiting_studio),
        Group(ALONE, _("没有在聘调解员"), without_mediator),
    )
    kind = choice(_("类型"), CommitteeKind.choices)
    trade = choice(_("领域"), Trade.choices)

    class Meta:
        model = Committee
        fields = ("q", "state", "due", "place", "kind", "trade", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.filters["holder"]


def people_of(user, asked):
    """The mediators of the committees a person sees, by the tab asked for."""
    day = timezone.localdate()
    rows = Mediator.objects.filter(committee__in=Committee.objects.visible_to(user, VIEW)).select_related("committee__place", "account")
    if asked == LEFT:
        return rows.exclude(left_on=None).order_by("-left_on", "-pk")
    if asked == ENDING:
        return rows.ending(day, day + soon()).order_by("until", "pk")
    return rows.serving(day)


CARDS = (
    Card(_("调委会任期届满待换届"), f"state={OVERDUE}", KEEP, alarm=True),
    Card(_("个人调解工作室待同意"), f"state={WAITING}", OVERSEE),
    Card(_("名册核对、换届、聘期已逾期"), "due=late", KEEP),
)


def desk_cards(request):
    """What waits; nothing for those who only read, and none that is empty."""
    if not may(request.user, KEEP):
        return []
    return [*cards_of(request, CommitteeFilter, CARDS, view=VIEW, list_url="mediators_list", quiet=True), ending_card(request.user)]


def ending_card(user):
    """Whose term ends soon."""
    url = f"{reverse('mediators_people')}?state={ENDING}"
    facts = {"label": _("调解员聘期将满、已满"), "hint": _("60日内，含已满未处理"), "procedure": Committee.flow.label}
    return card_of(people_of(user, ENDING), url=url, is_quiet=True, **facts)
