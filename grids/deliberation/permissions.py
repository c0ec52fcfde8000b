"""Who may do what in deliberation (Art. 47): the village leads it, its township helps and watches."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK}
WORKER = {Role.GRID_WORKER}
READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("deliberation.view", _("查看议事协商"), LEADERS | WORKER | READERS)
RAISE = Capability("deliberation.raise", _("提出议题"), LEADERS | WORKER)
LEAD = Capability("deliberation.lead", _("组织议事协商、公布和落实结果"), LEADERS)
OPEN_NAMES = Capability("deliberation.open_names", _("查看提议人联系方式和参加人姓名"), LEADERS)
EXPORT = Capability("deliberation.export", _("导出议事协商"), LEADERS | READERS)

CAPABILITIES = (VIEW, RAISE, LEAD, OPEN_NAMES, EXPORT)
