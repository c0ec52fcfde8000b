"""Who may do what with patrols: the procedure's own matrix (Art. 21, 35, 51)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

WORKER, TOWNSHIP, CENTRE = {Role.GRID_WORKER}, {Role.TOWNSHIP_CLERK}, {Role.CENTRE_OFFICER}
LINE = {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK}
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("patrols.view", _("查看网格巡查"), WORKER | LINE | CENTRE | READERS)
WALK = Capability("patrols.walk", _("开展网格巡查"), WORKER)
DRAW = Capability("patrols.draw", _("绘制巡查路线"), LINE)
PLAN = Capability("patrols.plan", _("安排巡查计划、免除巡查"), TOWNSHIP)
SUPERVISE = Capability("patrols.supervise", _("催办网格巡查"), TOWNSHIP | CENTRE)
EXPORT = Capability("patrols.export", _("导出网格巡查"), LINE | CENTRE | READERS)
LISTS = Capability("patrols.lists", _("维护巡查检查表"), {Role.ADMINISTRATOR})

CAPABILITIES = (VIEW, WALK, DRAW, PLAN, SUPERVISE, EXPORT, LISTS)
