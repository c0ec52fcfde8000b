"""The clocks of a unit's round, by name. How long each runs stands in the limits table with its source."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import WARNINGS, Term

SELF_REPORT = Term(
    "appraisals.self_report", _("报送自评"), "appraisals.self_report", warnings=(timedelta(days=7), *WARNINGS),
    duty=_("未按期报送社会治理考核自评"), ground=1,
)  # fmt: skip
REVIEW = Term("appraisals.review", _("审核自评"), "appraisals.review")
DECIDE = Term("appraisals.decide", _("决定异议"), "appraisals.decide")
OBJECT = "appraisals.object"  # the limit within which one may object: a right that ends, not a duty that lapses

TERMS = (SELF_REPORT, REVIEW, DECIDE)
