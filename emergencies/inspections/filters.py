"""The worklist's filter, and the cards of the desk."""

import django_filters
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.enums import Topic
from emergencies.checklists.models import CheckList
from emergencies.inspections.enums import State
from emergencies.inspections.models import Inspection
from emergencies.inspections.permissions import INSPECT, OBJECT, VIEW
from governance.people.enums import OfficeType
from governance.web.casework.filters import ANY, Card, CaseFilter, Group, cards_of, choice

FOUND, OBJECTED, TO_ANSWER, LATE, OWN, MINE_TO_CONFIRM = "found", "objected", "to_answer", "late", "own", "confirm"


class InspectionFilter(CaseFilter):
    """Search, state, limit and place as everywhere; field, check list, plan and one's own besides."""

    groups = (
        Group(FOUND, _("有不符合项"), lambda rows: rows.filter(failed__gt=0), ended_too=True),
        Group(OBJECTED, _("场所有意见"), lambda rows: rows.filter(objected_at__isnull=False), ended_too=True),
        Group(TO_ANSWER, _("场所意见待答复"), lambda rows: rows.to_answer(), ended_too=True),
    )
    topic = choice(_("领域"), Topic.choices, field_name="checks__checklist__topic")
    checklist = django_filters.CharFilter(label=_("检查表"), field_name="checks__checklist__code")
    plan = django_filters.CharFilter(label=_("检查计划编号"), field_name="plan__number", max_length=40)
    who = choice(_("范围"), [(OWN, _("我的检查")), (MINE_TO_CONFIRM, _("待我确认"))], method="by_who")

    class Meta:
        model = Inspection
        fields = ("q", "state", "due", "place", "holder", "topic", "checklist", "plan", "who", "since", "until")

    def by_who(self, queryset, name, value):
        user = self.request.user
        return queryset.of_inspector(user) if value == OWN else queryset.to_confirm_by(user)

    def options_of(self, name, field, chosen):
        if name == "checklist":
            return [("", ANY), *CheckList.objects.values_list("code", "label")]
        return super().options_of(name, field, chosen)


CARDS = (
    Card(_("待我检查"), f"state={State.PLANNED}&who={OWN}", INSPECT, _("和另一名检查人员一同到场")),
    Card(_("检查待我确认"), f"who={MINE_TO_CONFIRM}", INSPECT, _("核对同去人员提交的记录")),
    Card(_("场所意见待答复"), f"state={TO_ANSWER}&holder=mine", INSPECT, _("复核后答复场所")),
    Card(_("安全检查已逾期"), "due=late&holder=mine", INSPECT, _("本单位承办"), alarm=True),
)
READING = (Card(_("进行中的安全检查"), "", VIEW), Card(_("安全检查已逾期"), "due=late", VIEW))
OF_A_SITE = (Card(_("本单位的检查记录"), "state=all", OBJECT, _("结果、整改期限、检查单")),)


def desk_cards(request):
    """Inspectors see what they owe, a site what was found at it."""
    is_site = request.user.acting_post.office.type == OfficeType.SITE
    return cards_of(request, InspectionFilter, OF_A_SITE if is_site else CARDS, view=VIEW, list_url="inspections_list", reading=READING)
