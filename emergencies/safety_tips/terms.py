"""The clocks of a tip."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

SIGN = Term("safety_tips.sign", _("签收平安提示"), "safety_tips.sign")
ACT = Term(
    "safety_tips.act", _("落实平安提示"), "safety_tips.act", duty=_("平安提示要求的防范工作没有按期落实（条例第二十条）"), ground=1
)  # fmt: skip
CONFIRM = Term("safety_tips.confirm", _("确认落实情况"), "safety_tips.confirm")

TERMS = (SIGN, ACT, CONFIRM)
