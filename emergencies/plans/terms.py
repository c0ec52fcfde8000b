"""The clocks of an emergency plan, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

REVIEW = Term("plans.review", _("审查预案"), "plans.review")
ISSUE = Term("plans.issue", _("签发施行"), "plans.issue")
REASSESS = Term(
    "plans.reassess", _("评估、修订预案"), "plans.reassess", warnings=IN_DAYS, duty=_("应急预案未按期评估、修订"), ground=1,
    ends=lambda case: case.review_ends,
)  # fmt: skip

TERMS = (REVIEW, ISSUE, REASSESS)
