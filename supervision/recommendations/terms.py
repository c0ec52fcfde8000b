"""The clocks of a recommendation, by name."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import WARNINGS, Term
from supervision.recommendations.rules import answer_limit


def _answer_limit(case):
    return answer_limit(case.kind, urgent=case.is_urgent, rounds=case.rounds)


RECEIVE = Term("recommendations.receive", _("签收建议"), "recommendations.receive")
ANSWER = Term(
    "recommendations.answer", _("答复建议"), _answer_limit, warnings=(timedelta(days=7), *WARNINGS),
    duty=_("未在期限内答复监察建议、司法建议、检察建议"), ground=1, ends=lambda case: case.ends_at,
)  # fmt: skip
JUDGE = Term("recommendations.judge", _("评价答复"), "recommendations.judge")
DECIDE_EXTENSION = Term("recommendations.extension_decide", _("审批延期"), "recommendations.extension_decide")

TERMS = (RECEIVE, ANSWER, JUDGE, DECIDE_EXTENSION)
