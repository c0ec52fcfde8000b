"""Art. 22 para 2, 31: an emergency plan from its submission over its review and issue to the edition that replaces it, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.plans import permissions as may
from emergencies.plans import terms
from emergencies.plans.enums import FINAL
from emergencies.plans.enums import State as S
from governance.flow.table import Among, Another, Flow, Step

CITED = _("条例第二十二条第二款、第三十一条")
KEEPING = Among("keeper_ids")  # who writes the plan: the site, and the township for it; or the office itself
PEOPLE = ("commander", "deputies", "duty_phone", "contact_lines")
FACTS = ("scenarios", *PEOPLE, "resources", "document_file", "drawing_file")

ANOTHER = Another(_("报送人不能审查自己报送的预案，请由同事审查。"), steps=("submit", "resubmit"))

FLOW = Flow(
    procedure="plans",
    label=_("应急预案"),
    article=_("《呼和浩特市社会治理促进条例》第二十二条、第三十一条；时限见“办理时限”，均注明依据。"),
    person=_("编制单位"),
    words={"review_on": _("下次评估")},
    final=FINAL,
    opening=Step("submit", _("报送"), target=S.SUBMITTED, needs=may.DRAFT, starts=(terms.REVIEW,), article=CITED),
    steps=(
        Step("review", _("审查通过"), (S.SUBMITTED,), S.REVIEWED, may.REVIEW, held=True, second=ANOTHER, meets=(terms.REVIEW,),
             article=CITED, main=True),
        Step("return", _("退回修改"), (S.SUBMITTED,), S.RETURNED, may.REVIEW, held=True, second=ANOTHER, note_required=True,
             meets=(terms.REVIEW,)),
        Step("resubmit", _("修改后重报"), (S.RETURNED,), S.SUBMITTED, may.DRAFT, held=KEEPING, fields=FACTS, main=True),
        Step("put_in_force", _("签发施行"), (S.REVIEWED,), S.IN_FORCE, may.DRAFT, held=KEEPING, fields=("issued_on", "review_on"),
             meets=(terms.ISSUE,), starts=(terms.REASSESS,), article=CITED, main=True),
        Step("reassess", _("评估后继续施行"), (S.IN_FORCE,), None, may.DRAFT, held=KEEPING, note_required=True, fields=("review_on",),
             meets=(terms.REASSESS,), starts=(terms.REASSESS,), article=_("生产安全事故应急预案管理办法第三十五条")),
        Step("update_people", _("更新人员和电话"), (S.SUBMITTED, S.REVIEWED, S.IN_FORCE), None, may.DRAFT, held=KEEPING, fields=PEOPLE),
        Step("remind", _("催办"), (S.RETURNED, S.REVIEWED, S.IN_FORCE), None, may.REVIEW, held=Among("reviewer_ids"), rare=True),
        Step("withdraw", _("撤回"), (S.SUBMITTED, S.RETURNED, S.REVIEWED), S.WITHDRAWN, may.DRAFT, held=KEEPING, note_required=True,
             rare=True),
        Step("repeal", _("废止"), (S.IN_FORCE,), S.WITHDRAWN, may.DRAFT, held=KEEPING, note_required=True, rare=True),
        Step("supersede", _("被新版取代"), (S.IN_FORCE,), S.SUPERSEDED),
        Step("end_with_venue", _("场所关停，预案终止"), (S.SUBMITTED, S.RETURNED, S.REVIEWED, S.IN_FORCE), S.WITHDRAWN),
    ),
)  # fmt: skip
