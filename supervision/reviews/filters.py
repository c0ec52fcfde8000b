"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import MINE, Card, CaseFilter, Group, cards_of, choice
from supervision.reviews.enums import Kind, State
from supervision.reviews.models import Review
from supervision.reviews.permissions import ANSWER, ASK, CONGRESS, VIEW

REPORTED = "reported"


class ReviewFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the kind, and what one's own office owes, besides."""

    groups = (Group(REPORTED, _("落实报告待核实"), lambda rows: rows.filter(reported=True)),)
    kind = choice(_("监督方式"), Kind.choices)
    awaited = choice(_("答复"), [(MINE, _("待本单位答复"))], method="by_awaited")
    followed = choice(_("跟踪"), [(MINE, _("待本单位报告落实"))], method="by_followed")

    class Meta:
        model = Review
        fields = ("q", "state", "due", "place", "kind", "awaited", "followed", "since", "until")

    def by_awaited(self, queryset, name, value):
        return queryset.filter(awaited_ids__contains=[self.request.user.acting_post.office_id])

    def by_followed(self, queryset, name, value):
        return queryset.filter(followed_ids__contains=[self.request.user.acting_post.office_id])


UNITS = (
    Card(_("待答复的人大询问"), f"awaited={MINE}", ANSWER),
    Card(_("待报告的人大跟踪事项"), f"followed={MINE}", ANSWER),
)
COMMITTEE = (
    Card(_("待评议"), f"state={State.ANSWERED.value}", ASK),
    Card(_("落实报告待核实"), f"state={REPORTED}", ASK),
    Card(_("跟踪督办"), f"state={State.FOLLOWING.value}", ASK),
)
READING = (Card(_("人大监督"), "", VIEW),)


def desk_cards(request):
    post = request.user.acting_post
    cards = COMMITTEE if post and post.role in CONGRESS else UNITS
    return cards_of(request, ReviewFilter, cards, view=VIEW, list_url="reviews_list", reading=READING)
