"""The clocks of a finding, by name."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

VERIFY = Term("oversight.verify", _("核实线索"), "oversight.verify")
LISTED_PUBLISH = Term("oversight.listed_publish", _("公开挂牌督办"), "oversight.listed_publish")
LISTED_TERM = Term("oversight.listed_term", _("挂牌督办期限"), "oversight.listed_term", warnings=IN_DAYS)
REMOVAL_PUBLISH = Term("oversight.removal_publish", _("公开解除挂牌"), "oversight.removal_publish")

TERMS = (VERIFY, LISTED_PUBLISH, LISTED_TERM, REMOVAL_PUBLISH)
