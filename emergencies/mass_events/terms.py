"""The clocks of a mass event, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

APPLY_BEFORE = "mass_events.apply_before"  # the limit that counts back from the event's beginning
KEEP_CONTACT = "mass_events.keep_contact"  # the limit that says how long names and telephones are kept

ACCEPT = Term("mass_events.accept", _("受理审查"), "mass_events.accept", duty=_("未按期答复大型群众性活动安全许可申请是否受理"), ground=1)
DECIDE = Term(
    "mass_events.decide", _("作出许可决定"), "mass_events.decide", duty=_("未在法定期限内作出大型群众性活动安全许可决定"), ground=1
)
REPORT = Term("mass_events.report", _("活动总结"), "mass_events.report")

TERMS = (ACCEPT, DECIDE, REPORT)
