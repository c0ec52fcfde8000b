"""The clocks of a joint meeting, by name. How long each runs stands in the limits table."""

from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.rules import end_of_day
from governance.deadlines.terms import IN_DAYS, Term

CONVENE = Term(
    "cooperation.convene", _("组织区域会商"), lambda case: f"cooperation.convene_{case.kind}", warnings=IN_DAYS,
    duty=_("未按定期会商机制组织区域会商"), ground=1,
)  # fmt: skip
RECORD = Term("cooperation.record", _("印发会商纪要"), "cooperation.record")
CARRY_OUT = Term(
    "cooperation.carry_out", _("落实会商议定事项"), "cooperation.carry_out", ends=lambda case: end_of_day(case.carry_until),
    duty=_("未按期落实区域会商议定事项"), ground=1,
)  # fmt: skip

TERMS = (CONVENE, RECORD, CARRY_OUT)
