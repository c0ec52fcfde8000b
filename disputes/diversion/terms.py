"""The clocks of a diversion. How long each runs stands in the limits table."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

SEND = Term("diversion.send", _("移送"), "diversion.send", duty=_("当事人同意分流后未在期限内移送"), ground=2)
RECEIVE = Term("diversion.receive", _("确认接收"), "diversion.receive")
ASK = Term("diversion.ask", _("查询结果"), "diversion.ask")

TERMS = (SEND, RECEIVE, ASK)
