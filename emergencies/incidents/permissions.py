"""Who may do what with incidents: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

HANDLERS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER}
DUTY = HANDLERS | {Role.CENTRE_OFFICER}
LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}
FINDERS = DUTY | {Role.SITE_MANAGER, Role.VILLAGE_CLERK, Role.HOTLINE_OPERATOR}

VIEW = Capability("incidents.view", _("查看突发事件"), FINDERS | LEADERS | {Role.AUDITOR})
REPORT = Capability("incidents.report", _("登记突发事件"), FINDERS)
HANDLE = Capability("incidents.handle", _("核实、处置突发事件"), DUTY)
INFORM = Capability("incidents.inform", _("报送突发事件信息"), DUTY | {Role.SITE_MANAGER})
COMMAND = Capability("incidents.command", _("启动应急响应、设立和移交指挥"), {Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER} | LEADERS)
REMIND = Capability("incidents.remind", _("催办突发事件"), {Role.CENTRE_OFFICER} | LEADERS)
OPEN_CONTACT = Capability("incidents.open_contact", _("查看报告人联系方式"), DUTY)
EXPORT = Capability("incidents.export", _("导出突发事件"), DUTY | LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, REPORT, HANDLE, INFORM, COMMAND, REMIND, OPEN_CONTACT, EXPORT)
