"""The list's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from emergencies.hazards.enums import Grade, Reward, Source, State
from emergencies.hazards.models import Hazard, Sector
from emergencies.hazards.permissions import PRESS, REMOVE, REPORT, REWARD, VERIFY, VIEW
from governance.people.enums import OfficeType
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice

TO_REMOVE, EXTENSION, RAISED, REWARD_ASKED = "to_remove", "extension", "raised", "reward"


class HazardFilter(CaseFilter):
    """Search, state, limit and place as everywhere; grade, sector and source besides."""

    groups = (
        Group(TO_REMOVE, _("待整改"), lambda rows: rows.to_remove()),
        Group(EXTENSION, _("待审延期"), lambda rows: rows.filter(extension_asked=True)),
        Group(RAISED, _("逾期上报上一级"), lambda rows: rows.filter(raised_at__isnull=False)),
        Group(REWARD_ASKED, _("待决定举报奖励"), lambda rows: rows.filter(state=State.CLOSED, reward=Reward.ASKED), ended_too=True),
    )
    grade = choice(_("隐患等级"), Grade.choices)
    sector = django_filters.CharFilter(label=_("行业"), field_name="sector__code")
    source = choice(_("来源"), Source.choices)

    class Meta:
        model = Hazard
        fields = ("q", "state", "due", "place", "holder", "grade", "sector", "source", "since", "until")

    def options_of(self, name, field, chosen):
        if name == "sector":
            return [("", ANY), *Sector.objects.order_by("-active", "position").values_list("code", "name")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("隐患待核查"), f"state={State.REPORTED}&holder=mine", VERIFY, _("本单位核查")),
    Card(_("隐患待复查验收"), f"state={State.REMOVED}&holder=mine", VERIFY, _("本单位复查")),
    Card(_("隐患已逾期"), "due=late&holder=mine", VERIFY, _("本单位负责")),
    Card(_("重大隐患待挂牌"), f"state={State.PLANNED}", PRESS),
    Card(_("重大隐患待销号"), f"state={State.ACCEPTED}", PRESS, _("须第二人审核")),
    Card(_("隐患治理待审延期"), f"state={EXTENSION}", PRESS),
    Card(_("隐患逾期上报来的"), f"state={RAISED}", PRESS, alarm=True),
    Card(_("举报奖励待决定"), f"state={REWARD_ASKED}&holder=mine", REWARD),
)
READING = (
    Card(_("在办安全隐患"), "", VIEW),
    Card(_("在办重大隐患"), f"grade={Grade.MAJOR}", VIEW),
    Card(_("隐患已逾期"), "due=late", VIEW),
)
OF_A_SITE = (
    Card(_("本单位待整改隐患"), f"state={TO_REMOVE}", REMOVE, _("整改完成后报送照片")),
    Card(_("隐患整改已逾期"), f"state={TO_REMOVE}&due=late", REMOVE),
)
OF_A_VILLAGE = (Card(_("在办安全隐患"), "", REPORT),)


def desk_cards(request):
    """A site's manager sees what the own site must remove; supervisors what waits for them."""
    kind = request.user.acting_post.office.type
    cards = {OfficeType.SITE: OF_A_SITE, OfficeType.VILLAGE: OF_A_VILLAGE}.get(kind, CARDS)
    quiet = kind == OfficeType.SITE
    return cards_of(request, HazardFilter, cards, view=VIEW, list_url="hazards_list", reading=READING, quiet=quiet)
