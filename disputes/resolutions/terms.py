"""The clocks of a decision, by name."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from disputes.resolutions.rules import end_of
from governance.deadlines.terms import WARNINGS, Term

CARRY_OUT = Term(
    "resolutions.carry_out", _("落实议定事项"), "resolutions.carry_out", warnings=(timedelta(days=7), *WARNINGS),
    duty=_("联席会议议定事项未按期落实"), ground=1, ends=lambda case: end_of(case.due_on),
)  # fmt: skip
ACCEPT = Term("resolutions.accept", _("验收议定事项"), "resolutions.accept")

TERMS = (CARRY_OUT, ACCEPT)
