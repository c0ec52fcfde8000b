"""The clocks of a co-handling office, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

SIGN_FOR = Term("cohandling.sign_for", _("签收"), "complaints.sign_for")
REPORT = Term("cohandling.report", _("协办反馈"), "cohandling.report", duty=_("协办单位未在期限内向主办单位反馈"), ground=2)

TERMS = (SIGN_FOR, REPORT)
