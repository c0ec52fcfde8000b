"""The clocks of a venue, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

NOT_ASSESSED = _("人员密集场所未在期限内完成风险评估和等级划分")
NOT_ASSESSED_AGAIN = _("人员密集场所未在期限内重新进行风险评估和等级划分")

CONFIRM = Term("venues.confirm", _("核实"), "venues.confirm")
ASSESS = Term("venues.assess", _("风险评估"), "venues.assess", duty=NOT_ASSESSED, ground=3)
REASSESS = Term("venues.reassess", _("风险复评"), "venues.reassess", warnings=IN_DAYS, duty=NOT_ASSESSED_AGAIN, ground=3)
CHANGED = Term("venues.changed", _("变更后复评"), "venues.reassess_changed", duty=NOT_ASSESSED_AGAIN, ground=3)
LOWER = Term("venues.lower", _("审核下调等级"), "venues.lower")

TERMS = (CONFIRM, ASSESS, REASSESS, CHANGED, LOWER)
