"""Who orders a release (the department of emergency management, Art. 37), who picks and sends, who signs for it, and who reads it."""

from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.permissions import READERS
from governance.access.capabilities import Capability
from governance.people.enums import Role

DEPARTMENTS = {Role.DEPARTMENT_HANDLER}
RECEIVERS = {Role.DEPARTMENT_HANDLER, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER}

VIEW = Capability("releases.view", _("查看应急物资动用"), RECEIVERS | READERS)
ORDER = Capability("releases.order", _("下达应急物资动用指令"), DEPARTMENTS)
SEND = Capability("releases.send", _("备货、出库、归还和核销应急物资"), DEPARTMENTS)
RECEIVE = Capability("releases.receive", _("签收应急物资"), RECEIVERS)
EXPORT = Capability("releases.export", _("导出应急物资动用"), RECEIVERS | READERS)

CAPABILITIES = (VIEW, ORDER, SEND, RECEIVE, EXPORT)
