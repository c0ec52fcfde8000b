"""Who may do what with orders to rectify."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role
from supervision.oversight.permissions import OWING

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}

VIEW = Capability("orders.view", _("查看责令整改"), LEADERS | OWING | {Role.AUDITOR})
SERVE = Capability("orders.serve", _("起草、送达、复查通知书"), {Role.LEADING_OFFICE})
DECIDE = Capability("orders.decide", _("审批延期、撤销通知书"), LEADERS)
REPORT = Capability("orders.report", _("报告整改、申请延期"), OWING | LEADERS)
EXPORT = Capability("orders.export", _("导出责令整改"), LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, SERVE, DECIDE, REPORT, EXPORT)
