"""The clock of a receipt, by name."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

INSPECT = Term("intakes.inspect", _("验收入库"), "intakes.inspect")

TERMS = (INSPECT,)
