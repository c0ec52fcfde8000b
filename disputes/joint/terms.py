"""The clock of the invited bodies. How long it runs stands in the limits table."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

ANSWER = Term("joint.answer", _("答复是否参加联合调解"), "joint.answer", duty=_("被邀请单位未在期限内答复是否参加联合调解"), ground=2)

TERMS = (ANSWER,)
