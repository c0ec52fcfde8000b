"""The clocks of a tip, by name."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

ACCEPT = Term("tips.accept", _("受理来信"), "tips.accept")
ANSWER = Term("tips.answer", _("核实并答复"), "tips.answer")
KEEP_CONTACT = "tips.keep_contact"  # the limit that says how long name and telephone are kept

TERMS = (ACCEPT, ANSWER)
