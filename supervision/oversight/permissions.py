"""Who may do what with findings."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

DECIDERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}
OWING = {  # the people of whatever office can be supervised; they see a finding once a measure was taken
    Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER, Role.SITE_MANAGER, Role.MEDIATOR,
}  # fmt: skip

VIEW = Capability("oversight.view", _("查看督导线索"), DECIDERS | OWING | {Role.AUDITOR})
WRITE = Capability("oversight.write", _("登记线索、送达、公开、验收"), {Role.LEADING_OFFICE})
ANSWER = Capability("oversight.answer", _("签收督导文书、报告整改、申请延期"), DECIDERS | OWING)
DECIDE = Capability("oversight.decide", _("核实线索、决定督导形式"), DECIDERS)
EXPORT = Capability("oversight.export", _("导出督导线索"), DECIDERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, WRITE, ANSWER, DECIDE, EXPORT)
