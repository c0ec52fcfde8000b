"""The clocks of an admission, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

REVIEW = Term("admission.review", _("完成会审"), "admission.review")
OPINION = Term("admission.opinion", _("提出会审意见"), "admission.opinion")
SUPPLEMENT = Term("admission.supplement", _("补正申请"), "admission.supplement")
DECIDE = Term("admission.decide", _("作出决定"), "admission.decide")
YEARLY = Term("admission.yearly", _("年度评估"), "admission.yearly_review", warnings=IN_DAYS)

TERMS = (REVIEW, OPINION, SUPPLEMENT, DECIDE, YEARLY)
