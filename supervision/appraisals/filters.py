"""The worklist's filter, and the cards of the desk."""

from django.utils.translation import gettext_lazy as _

from governance.web.casework.filters import Card, CaseFilter, cards_of, choice
from supervision.appraisals.enums import State
from supervision.appraisals.models import Appraisal
from supervision.appraisals.permissions import DECIDE, REPORT, REVIEW, VIEW
from supervision.assessment.enums import Grade


class AppraisalFilter(CaseFilter):
    """Search, state, limit and place as everywhere; year and class besides."""

    year = choice(_("年度"), [(str(year), str(year)) for year in range(2022, 2036)], field_name="result__scheme__year")
    grade = choice(_("等次"), [pair for pair in Grade.choices if pair[0]], field_name="result__grade")

    class Meta:
        model = Appraisal
        fields = ("q", "state", "due", "place", "holder", "year", "grade", "since", "until")


CARDS = (
    Card(_("待报自评"), f"state={State.REPORTING.value}&holder=mine", REPORT, _("本单位年度考核")),
    Card(_("待审核自评"), f"state={State.REPORTED.value}&holder=mine", REVIEW),
    Card(_("考核异议待决定"), f"state={State.OBJECTED.value}&holder=mine", DECIDE),
)


def desk_cards(request):
    return cards_of(request, AppraisalFilter, CARDS, view=VIEW, list_url="appraisals_list")
