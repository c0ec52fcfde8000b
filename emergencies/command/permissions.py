"""Who may do what on the command board: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

DUTY = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER}
LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}
ON_THE_SPOT = {Role.VILLAGE_CLERK, Role.SITE_MANAGER}

VIEW = Capability("command.view", _("查看应急处置任务"), DUTY | LEADERS | ON_THE_SPOT | {Role.AUDITOR})
BOARD = Capability("command.board", _("查看指挥板"), DUTY | LEADERS | {Role.AUDITOR})
ISSUE = Capability("command.issue", _("下达应急处置任务、调派力量"), DUTY | LEADERS)
ACT = Capability("command.act", _("签收、执行应急处置任务"), DUTY | ON_THE_SPOT)
LOG = Capability("command.log", _("记录指挥日志、上传现场文件"), DUTY | LEADERS)
TEAMS = Capability("command.teams", _("登记应急队伍"), DUTY)
EXPORT = Capability("command.export", _("导出应急处置任务"), DUTY | LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, BOARD, ISSUE, ACT, LOG, TEAMS, EXPORT)
