"""The clocks of a consultation, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

AGREE = Term("consultations.agree", _("会商"), "complaints.consult")
DESIGNATE = Term(
    "consultations.designate", _("指定主办单位"), "consultations.designate", duty=_("会商未达成一致，未在期限内指定主办单位"), ground=2
)  # fmt: skip

TERMS = (AGREE, DESIGNATE)
