"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import Card, CaseFilter, Group, cards_of, choice
from supervision.oversight.enums import ON_THE_LIST, Gravity, Ground, Measure, State
from supervision.oversight.models import Finding
from supervision.oversight.permissions import ANSWER, DECIDE, OWING, VIEW, WRITE

LISTING, UNSERVED, EXTENSION, PROPOSED = "on_the_list", "unserved", "extension", "proposed"


class FindingFilter(CaseFilter):
    """Search, state, limit and place as everywhere; ground, gravity and measure besides."""

    groups = (
        Group(LISTING, _("挂牌督办"), lambda rows: rows.filter(state__in=ON_THE_LIST)),
        Group(UNSERVED, _("文书待送达"), lambda rows: rows.filter(unserved__gt=0), ended_too=True),
        Group(EXTENSION, _("待审延期"), lambda rows: rows.filter(extension_asked=True)),
        Group(PROPOSED, _("建议采取下一步督导"), lambda rows: rows.exclude(proposed="")),
    )
    ground = choice(_("情形"), Ground.choices)
    gravity = choice(_("情节"), Gravity.choices)
    measure = choice(_("督导形式"), Measure.choices)

    class Meta:
        model = Finding
        fields = ("q", "state", "due", "place", "holder", "ground", "gravity", "measure", "since", "until")


CARDS = (
    Card(_("待核实线索"), "state=draft&holder=mine", DECIDE),
    Card(_("待督导"), f"state={PROPOSED}&holder=mine", DECIDE, _("已确认或已逾期，建议采取督导措施")),
    Card(_("待审挂牌延期"), f"state={EXTENSION}&holder=mine", DECIDE),
    Card(_("督导文书待送达"), f"state={UNSERVED}&holder=mine", WRITE),
    Card(_("待公开挂牌"), f"state={State.LISTED.value}&holder=mine", WRITE),
    Card(_("待验收"), f"state={State.RECTIFIED.value}&holder=mine", WRITE),
    Card(_("待公开解除"), f"state={State.REMOVED.value}&holder=mine", WRITE),
)
OWN = (Card(_("督导文书待签收"), f"state={UNSERVED}", ANSWER),)
READING = (Card(_("督导线索"), "", VIEW), Card(_("挂牌督办"), f"state={LISTING}", VIEW))


def desk_cards(request):
    post = request.user.acting_post
    cards = OWN if post and post.role in OWING else CARDS
    return cards_of(request, FindingFilter, cards, view=VIEW, list_url="oversight_list", reading=READING)
