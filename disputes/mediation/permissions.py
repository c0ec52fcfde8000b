"""Who may do what with mediations: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

CLERKS = {Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK}
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}
WORKING = {Role.MEDIATOR, Role.CENTRE_OFFICER} | CLERKS

VIEW = Capability("mediation.view", _("查看调解事项"), WORKING | READERS)
REGISTER = Capability("mediation.register", _("登记调解申请"), WORKING)
MEDIATE = Capability("mediation.mediate", _("受理、调解、达成协议、回访、归档"), {Role.MEDIATOR})
ASSIGN = Capability("mediation.assign", _("指定调委会"), {Role.CENTRE_OFFICER})
REPORT = Capability("mediation.report", _("向公安机关报告险情"), WORKING)
LEAD = Capability("mediation.lead", _("牵头协调纠纷"), {Role.CENTRE_OFFICER} | CLERKS)
OPEN_PARTIES = Capability("mediation.open_parties", _("查看当事人信息、打印文书"), {Role.MEDIATOR})
EXPORT = Capability("mediation.export", _("导出调解事项"), WORKING | READERS)

CAPABILITIES = (VIEW, REGISTER, MEDIATE, ASSIGN, REPORT, LEAD, OPEN_PARTIES, EXPORT)
