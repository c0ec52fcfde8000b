"""The clocks of a release order, by name. An order for use has hours, any other has days."""

from django.utils.translation import gettext_lazy as _

from emergencies.releases.enums import Purpose
from governance.deadlines.terms import Term


def _limit(step):
    """The limit of a step by what the order is for."""
    return lambda order: f"releases.{step}" if order.purpose == Purpose.USE else f"releases.{step}_planned"


PICK = Term("releases.pick", _("备货"), _limit("pick"), duty=_("应急物资动用指令未按时备货"), ground=1)
SEND = Term("releases.send", _("出库"), _limit("send"), duty=_("应急物资动用指令未按时出库"), ground=1)
RECEIVE = Term("releases.receive", _("签收"), _limit("receive"))
CLOSE = Term("releases.close", _("归还或者核销"), "releases.close")

TERMS = (PICK, SEND, RECEIVE, CLOSE)
