"""Who may do what with the diary (Art. 51): its writer and the offices over him; above the township there are only counts."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

WORKER, LINE = {Role.GRID_WORKER}, {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK}
ABOVE = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("diary.view", _("查看民情日记（网格员只看本人的）"), WORKER | LINE)
WRITE = Capability("diary.write", _("记民情日记"), WORKER)
COMMENT = Capability("diary.comment", _("批注民情日记"), LINE)
READ = Capability("diary.read", _("阅办民情日记"), {Role.TOWNSHIP_CLERK})
FOLLOW = Capability("diary.follow", _("提醒记民情日记"), LINE)
COUNT = Capability("diary.count", _("查看民情日记数量"), LINE | ABOVE)

CAPABILITIES = (VIEW, WRITE, COMMENT, READ, FOLLOW, COUNT)
