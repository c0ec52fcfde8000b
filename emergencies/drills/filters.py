"""The list's filter, and the cards of the desk: what is owed, and by when."""

from datetime import timedelta

import django_filters
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from emergencies.drills.enums import State, Type
from emergencies.drills.models import Drill
from emergencies.drills.permissions import CONDUCT, SUPERVISE, VIEW
from emergencies.venues.models import VenueKind
from governance.kept import at_sending
from governance.people.enums import OfficeType
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice
from governance.web.formats import cn_due

OWED_KEY, SOON, MISSED, TO_IMPROVE = "owed", "soon", "missed", "to_improve"
AHEAD = timedelta(days=60)


def soon(rows):
    """Not held yet, and the limit ends within sixty days."""
    now = timezone.now()
    return rows.owed().filter(due_at__gte=now, due_at__lt=now + AHEAD)


class DrillFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the kind of venue and the way of drilling besides."""

    groups = (
        Group(OWED_KEY, _("尚未组织"), lambda rows: rows.owed()),
        Group(SOON, _("60日内须组织"), soon),
        Group(MISSED, _("逾期未组织"), lambda rows: rows.owed().past_due(at_sending())),
        Group(TO_IMPROVE, _("措施逾期未落实"), lambda rows: rows.filter(state=State.IMPROVING).past_due(at_sending())),
    )
    kind = django_filters.CharFilter(label=_("场所类型"), field_name="venue__kind__code")
    type = choice(_("演练方式"), Type.choices)

    class Meta:
        model = Drill
        fields = ("q", "state", "due", "place", "holder", "kind", "type", "since", "until")

    def options_of(self, name, field, chosen):
        if name == "kind":
            return [("", ANY), *VenueKind.objects.in_use().values_list("code", "name")]
        return super().options_of(name, field, chosen)


OF_A_SITE = (
    Card(_("待安排的演练"), "state=due", CONDUCT),
    Card(_("已计划的演练"), "state=planned", CONDUCT),
    Card(_("已公告的演练"), "state=announced", CONDUCT),
    Card(_("待总结评估"), "state=held", CONDUCT),
    Card(_("待报送"), "state=evaluated", CONDUCT),
    Card(_("待落实的改进措施"), "state=improving", CONDUCT),
    Card(_("演练和措施已逾期"), "due=late", CONDUCT),
)
CARDS = (
    Card(_("60日内须演练的场所"), "state=soon", SUPERVISE),
    Card(_("逾期未演练的场所"), "state=missed&due=late", SUPERVISE),
    Card(_("演练措施逾期未落实"), "state=to_improve&due=late", SUPERVISE),
    Card(_("本单位应组织的演练"), "state=owed&holder=mine", CONDUCT),
)
READING = (Card(_("逾期未演练的场所"), "state=missed&due=late", VIEW),)


def desk_cards(request):
    """A site's manager sees what is owed, each with its nearest day, and nothing else; supervisors whom to press."""
    if request.user.acting_post.office.type != OfficeType.SITE:
        return cards_of(request, DrillFilter, CARDS, view=VIEW, list_url="drills_list", reading=READING)
    cards = cards_of(request, DrillFilter, OF_A_SITE, view=VIEW, list_url="drills_list", quiet=True)
    nearest = Drill.objects.visible_to(request.user, VIEW).ongoing().values("state").annotate(first=Min("due_at")).order_by()
    first = {row["state"]: row["first"] for row in nearest if row["first"]}
    return [{**card, "hint": _by_when(card["url"], first)} for card in cards]


def _by_when(url, first):
    """The nearest day of a card's state, in words."""
    state = next((state for state in first if url.endswith(f"state={state}")), None)
    return _now("最近一项须在%(due)s前完成") % {"due": cn_due(first[state])} if state else ""
