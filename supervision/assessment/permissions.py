"""Who may do what with assessments: the city's office draws them up, named reviewers score, the units read what is disclosed."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}
RUNNING = LEADERS | {Role.AUDITOR}  # read results before they are disclosed
ASSESSED = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER}

VIEW = Capability("assessment.view", _("查看考核方案和结果"), RUNNING | ASSESSED)
DRAW_UP = Capability("assessment.draw_up", _("拟订、印发、公布、锁定考核方案"), {Role.LEADING_OFFICE})
SCORE = Capability("assessment.score", _("经指定为人工评分项目评分"), LEADERS | {Role.CENTRE_OFFICER, Role.DEPARTMENT_HANDLER})

CAPABILITIES = (VIEW, DRAW_UP, SCORE)
