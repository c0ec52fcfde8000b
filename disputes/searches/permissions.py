"""Who may do what with searches: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

SEARCHERS = {Role.GRID_WORKER, Role.VILLAGE_CLERK}
STEERING = {Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER}
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("searches.view", _("查看矛盾纠纷排查"), SEARCHERS | STEERING | READERS)
CALL = Capability("searches.call", _("发起矛盾纠纷排查"), STEERING | {Role.VILLAGE_CLERK})
SEARCH = Capability("searches.search", _("记录、完成排查"), SEARCHERS)
STEER = Capability("searches.steer", _("催办、取消排查"), STEERING)
PERIODS = Capability("searches.periods", _("维护重点时段"), {Role.CENTRE_OFFICER})
EXPORT = Capability("searches.export", _("导出排查情况"), STEERING | READERS | {Role.VILLAGE_CLERK})

CAPABILITIES = (VIEW, CALL, SEARCH, STEER, PERIODS, EXPORT)
