"""The clocks of a count, by name."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

COUNT = Term("stocktakes.count", _("盘点库存"), "stocktakes.count", warnings=IN_DAYS, duty=_("应急物资仓库未按期盘点"), ground=1)
RECOUNT = Term("stocktakes.recount", _("重新盘点"), "stocktakes.recount")
SETTLE = Term("stocktakes.settle", _("审核盘点差异"), "stocktakes.settle")

TERMS = (COUNT, RECOUNT, SETTLE)
