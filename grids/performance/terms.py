"""The clocks of an objection, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

ANSWER = Term("performance.answer", _("答复绩效异议"), "performance.answer")
OBJECT = "performance.object"  # how long after publication one may object

TERMS = (ANSWER,)
