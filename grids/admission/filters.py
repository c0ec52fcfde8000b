"""The worklist's filter, and the cards of the desk."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS
from governance.kept import at_sending
from governance.web.casework.filters import MINE, Card, CaseFilter, Group, cards_of, choice
from grids.admission.enums import State
from grids.admission.models import Admission
from grids.admission.permissions import APPLY, DECIDE, TAKE_PART, VIEW

YEARLY = "yearly"
FIRST_NOTICE = max(IN_DAYS, default=timedelta())


def to_be_assessed(rows):
    """On the list, and the yearly look at it comes within the first notice."""
    return rows.filter(state=State.ADMITTED, due_at__lte=at_sending(lambda now: now + FIRST_NOTICE))


class AdmissionFilter(CaseFilter):
    """Search, state, limit and place as everywhere; one's own applications, and what waits for one's own word."""

    groups = (Group(YEARLY, _("年度评估将到期"), to_be_assessed),)
    awaited = choice(_("会审"), [(MINE, _("待本单位提出意见"))], method="by_awaited")
    applied = choice(_("申请"), [(MINE, _("本部门申请的"))], method="by_applicant")

    class Meta:
        model = Admission
        fields = ("q", "state", "due", "place", "holder", "awaited", "applied", "since", "until")

    def by_awaited(self, queryset, name, value):
        return queryset.awaiting(self.request.user.acting_post.office_id)

    def by_applicant(self, queryset, name, value):
        return queryset.filter(applicant=self.request.user.acting_post.office_id)


TO_STATE, TO_CORRECT = f"awaited={MINE}", f"state={State.RETURNED}&applied={MINE}"
CARDS = (
    Card(_("准入待会审意见"), TO_STATE, TAKE_PART),
    Card(_("准入申请待补正"), TO_CORRECT, APPLY),
    Card(_("准入待组织会审"), f"state={State.APPLIED}&holder={MINE}", DECIDE),
    Card(_("准入待决定"), f"state={State.DECIDING}&holder={MINE}", DECIDE),
    Card(_("准入事项待年度评估"), f"state={YEARLY}&holder={MINE}", DECIDE),
)


def desk_cards(request):
    return cards_of(request, AdmissionFilter, CARDS, view=VIEW, list_url="admission_list")
