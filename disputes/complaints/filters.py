"""The worklist's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import Kind, Source, State, Urgency
from disputes.complaints.models import Category, Complaint
from disputes.complaints.permissions import CALL_BACK, DISPATCH, HANDLE, RESPOND, VIEW
from governance.access.scope import reach
from governance.places.rules import CODE_LENGTH
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice

WAITING, REVIEW, QUESTION, APPEAL, PLANNED = "waiting", "review", "question", "appeal", "planned"
UNPLACED, GRAVE, UNANSWERED = "unplaced", "grave", "unanswered"
UNDISPATCHED = (State.REGISTERED, State.CLASSIFIED)


class ComplaintFilter(CaseFilter):
    """Search, state, limit and place as everywhere; category, kind, urgency and source besides."""

    groups = (
        Group(WAITING, _("待派单（含未分类）"), lambda rows: rows.filter(state__in=UNDISPATCHED)),
        Group(REVIEW, _("待审核"), lambda rows: rows.to_review(), ended_too=True),
        Group(QUESTION, _("等待反映人答复"), lambda rows: rows.waiting_for_the_person()),
        Group(APPEAL, _("待本单位复核"), lambda rows: rows, ended_too=True),
        Group(PLANNED, _("长期推进，待回头看"), lambda rows: rows.to_come_back(), ended_too=True),
        Group(UNPLACED, _("待定位"), lambda rows: rows.to_place()),
        Group(UNANSWERED, _("重大事项待处置"), lambda rows: rows.unanswered()),
        Group(GRAVE, _("重大事项"), lambda rows: rows.grave()),
    )
    category = django_filters.CharFilter(label=_("分类"), field_name="category__parent__code")
    kind = choice(_("类型"), Kind.choices)
    urgency = choice(_("紧急程度"), Urgency.choices)
    source = choice(_("来源"), Source.choices)

    class Meta:
        model = Complaint
        fields = ("q", "state", "due", "place", "holder", "category", "kind", "urgency", "source", "since", "until")

    def by_state(self, queryset, name, value):
        """What a centre is to look at again is its own alone."""
        if value == APPEAL:
            return queryset.filter(appeal_to=self.request.user.acting_post.office_id)
        return super().by_state(queryset, name, value)

    @property
    def ended_too(self):
        """Merged complaints are no work of their own; asked for, they are shown."""
        return {*super().ended_too, State.MERGED}

    def options_of(self, name, field, chosen):
        if name == "category":
            return [("", ANY), *Category.objects.tops().values_list("code", "name")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("重大事项待处置"), f"state={UNANSWERED}", RESPOND, _("危及安全或者可能扩大"), alarm=True),
    Card(_("待派单"), "state=waiting", DISPATCH),
    Card(_("待审核"), "state=review", DISPATCH, _("异议、延期、重新办理")),
    Card(_("待复核"), "state=appeal", DISPATCH, _("再次不予重新办理的")),
    Card(_("待回访"), "state=replied", CALL_BACK),
    Card(_("待办结"), "state=called_back", CALL_BACK),
    Card(_("待签收"), "state=dispatched&holder=mine", HANDLE),
    Card(_("待联系"), "state=signed&holder=mine", HANDLE),
    Card(_("办理中"), "state=handling&holder=mine", HANDLE),
    Card(_("等待反映人答复"), "state=question&holder=mine", HANDLE),
    Card(_("24小时内到期"), "due=24&holder=mine", HANDLE, _("本单位承办")),
    Card(_("已逾期"), "due=late&holder=mine", HANDLE, _("本单位承办")),
    Card(_("24小时内到期"), "due=24", DISPATCH),
    Card(_("已逾期"), "due=late", DISPATCH),
)
TO_PLACE = Card(_("待定位"), "state=unplaced", DISPATCH, _("来件没有区划代码，请更正地点"))
READING = (Card(_("在办"), "", VIEW), Card(_("24小时内到期"), "due=24", VIEW), Card(_("已逾期"), "due=late", VIEW))


def sorts_places(user):
    """Whether the post dispatches what lies at the city itself: there stands what came without a division."""
    return any(len(path) == CODE_LENGTH["city"] for path in reach(user, DISPATCH).paths)


def desk_cards(request):
    cards = (*CARDS[:2], TO_PLACE, *CARDS[2:]) if sorts_places(request.user) else CARDS
    return cards_of(request, ComplaintFilter, cards, view=VIEW, list_url="complaints_list", reading=READING)
