"""The clocks of a duty's money, by name. How long each runs stands in the limits table with its source."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

PAY = Term(
    "funding.pay", _("拨付到位"), "funding.pay", warnings=(timedelta(days=7),), duty=_("未按规定随事拨付网格经费"), ground=1
)  # fmt: skip
RECEIPT = Term("funding.receipt", _("确认到账"), "funding.receipt")

TERMS = (PAY, RECEIPT)
