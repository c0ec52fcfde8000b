"""The clocks of a mediation, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from disputes.mediation.rules import accept_limit, limit_of
from governance.deadlines.terms import Term

ACCEPT = Term(
    "mediation.accept", _("答复是否受理"), lambda case: accept_limit(case.kind), duty=_("调解申请未在期限内答复是否受理"), ground=2
)
LIMIT = Term("mediation.limit", _("调解"), lambda case: limit_of(case.kind))
CONFIRM = Term("mediation.confirm", _("申请司法确认"), "mediation.judicial_confirmation", owed=False)
FOLLOW_UP = Term("mediation.follow_up", _("履行回访"), "mediation.follow_up")

TERMS = (ACCEPT, LIMIT, CONFIRM, FOLLOW_UP)
