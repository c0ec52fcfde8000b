"""Who may do what with diversions: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

SENDERS = {Role.MEDIATOR}
RECEIVERS = {Role.DEPARTMENT_HANDLER, Role.SUPERVISING_BODY}
READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("diversion.view", _("查看分流衔接"), SENDERS | RECEIVERS | READERS)
SEND = Capability("diversion.send", _("分流、登记接收和结果、转回调解"), SENDERS)
RECEIVE = Capability("diversion.receive", _("接收分流事项、反馈结果"), RECEIVERS)
EXPORT = Capability("diversion.export", _("导出分流衔接"), SENDERS | READERS)

CAPABILITIES = (VIEW, SEND, RECEIVE, EXPORT)
