"""Who may do what with joint meetings (联席会议): the centre or the leading group's office of a level calls, offices are members."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

CALLERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICE, Role.TOWNSHIP_CLERK}  # of a township: its 平安办
MEMBERS = {Role.DEPARTMENT_HANDLER, Role.VILLAGE_CLERK, Role.MEDIATOR, Role.SUPERVISING_BODY}
READERS = {Role.LEADING_OFFICIAL, Role.AUDITOR}

VIEW = Capability("meetings.view", _("查看联席会议"), CALLERS | MEMBERS | READERS)
CALL = Capability("meetings.call", _("召集联席会议、形成议定事项、印发纪要"), CALLERS)
ATTEND = Capability("meetings.attend", _("回复参会"), CALLERS | MEMBERS)
EXPORT = Capability("meetings.export", _("导出联席会议"), CALLERS | READERS)

CAPABILITIES = (VIEW, CALL, ATTEND, EXPORT)
