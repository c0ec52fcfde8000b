"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import MINE, Card, CaseFilter, Group, cards_of, choice
from supervision.recommendations.enums import Kind, State
from supervision.recommendations.models import Recommendation
from supervision.recommendations.permissions import ANSWER, JUDGE, SENDERS, VIEW

EXTENSION, OBJECTED = "extension", "objected"


class RecommendationFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the kind, and what one's own office sent, besides."""

    groups = (
        Group(EXTENSION, _("待审延期"), lambda rows: rows.filter(extension_asked=True)),
        Group(OBJECTED, _("异议待复核"), lambda rows: rows.filter(objection_open=True)),
    )
    kind = choice(_("类别"), Kind.choices)
    sent = choice(_("发出"), [(MINE, _("本机关发出的"))], method="by_sender")

    class Meta:
        model = Recommendation
        fields = ("q", "state", "due", "place", "holder", "kind", "sent", "since", "until")

    def by_sender(self, queryset, name, value):
        return queryset.filter(sender=self.request.user.acting_post.office_id)


TO_SIGN, TO_ANSWER = f"state={State.SENT.value}&holder=mine", f"state={State.RECEIVED.value}&holder=mine"
UNITS = (
    Card(_("待签收的建议"), TO_SIGN, ANSWER, _("监察、司法、检察建议")),
    Card(_("待答复的建议"), TO_ANSWER, ANSWER),
    Card(_("逾期未答复的建议"), f"{TO_ANSWER}&due=late", ANSWER),
)
BODIES = (
    Card(_("待评价的答复"), f"state={State.ANSWERED.value}&sent=mine", JUDGE),
    Card(_("待审延期"), f"state={EXTENSION}&sent=mine", JUDGE),
    Card(_("异议待复核"), f"state={OBJECTED}&sent=mine", JUDGE),
    Card(_("逾期未答复"), f"state={State.RECEIVED.value}&due=late&sent=mine", JUDGE),
)
READING = (Card(_("监察、司法、检察建议"), "", VIEW), Card(_("逾期未答复的建议"), "due=late", VIEW))


def desk_cards(request):
    post = request.user.acting_post
    cards = BODIES if post and post.role in SENDERS else UNITS
    return cards_of(request, RecommendationFilter, cards, view=VIEW, list_url="recommendations_list", reading=READING)
