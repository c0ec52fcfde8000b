"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from disputes.meetings.enums import Kind, State
from disputes.meetings.models import Meeting
from disputes.meetings.permissions import ATTEND, CALL, VIEW
from governance.kept import at_sending
from governance.web.casework.filters import MINE, Card, CaseFilter, Group, cards_of, choice

TO_HOLD = "to_hold"


class MeetingFilter(CaseFilter):
    """Search, state, limit and place as everywhere; the kind, and whether one's own office has to answer, besides."""

    groups = (Group(TO_HOLD, _("会期已到，待登记"), lambda rows: rows.to_hold(at_sending())),)
    kind = choice(_("会议类型"), Kind.choices)
    reply = choice(_("参会"), [(MINE, _("待本单位回复"))], method="by_reply")

    class Meta:
        model = Meeting
        fields = ("q", "state", "due", "place", "holder", "kind", "reply", "since", "until")

    def by_reply(self, queryset, name, value):
        return queryset.filter(state=State.ANNOUNCED, awaited_ids__contains=[self.request.user.acting_post.office_id])


CARDS = (
    Card(_("联席会议待回复"), f"reply={MINE}", ATTEND),
    Card(_("联席会议筹备中"), f"state={State.PLANNED.value}&holder=mine", CALL),
    Card(_("会期已到待登记"), f"state={TO_HOLD}&holder=mine", CALL, alarm=True),
    Card(_("会议纪要待印发"), f"state={State.HELD.value}&holder=mine", CALL),
)
READING = (Card(_("联席会议"), "", VIEW),)


def desk_cards(request):
    return cards_of(request, MeetingFilter, CARDS, view=VIEW, list_url="meetings_list", reading=READING, quiet=True)
