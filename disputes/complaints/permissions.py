"""Who may do what with complaints: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

DISPATCHERS = {Role.HOTLINE_OPERATOR, Role.CENTRE_OFFICER}
HANDLERS = {Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER}
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("complaints.view", _("查看诉求"), DISPATCHERS | HANDLERS | READERS)
FILE = Capability("complaints.file", _("代为登记诉求"), DISPATCHERS | {Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK})
DISPATCH = Capability("complaints.dispatch", _("分类、派单、审核"), DISPATCHERS)
HANDLE = Capability("complaints.handle", _("签收、联系、办理、答复"), HANDLERS)
CALL_BACK = Capability("complaints.call_back", _("回访、办结"), DISPATCHERS)
OPEN_CONTACT = Capability("complaints.open_contact", _("查看联系方式"), DISPATCHERS | HANDLERS)
RECUSE = Capability("complaints.recuse", _("声明回避"), DISPATCHERS | HANDLERS)
FLAG = Capability("complaints.flag", _("标记重大事项"), DISPATCHERS | HANDLERS)
RESPOND = Capability("complaints.respond", _("重大事项处置"), {Role.CENTRE_OFFICER})
EXPORT = Capability("complaints.export", _("导出诉求"), DISPATCHERS | HANDLERS | READERS)
TEXTS = Capability("complaints.texts", _("使用答复范本，保存本人范本"), DISPATCHERS | HANDLERS | {Role.ADMINISTRATOR})
ROUTE = Capability("complaints.route", _("维护分类、派单规则与答复范本"), {Role.ADMINISTRATOR})

CAPABILITIES = (VIEW, FILE, DISPATCH, HANDLE, CALL_BACK, OPEN_CONTACT, RECUSE, FLAG, RESPOND, EXPORT, TEXTS, ROUTE)
