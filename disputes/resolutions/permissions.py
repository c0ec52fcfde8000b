"""Who may do what with the decisions of joint meetings: the owner carries out, the caller of the meeting presses and accepts."""

from django.utils.translation import gettext_lazy as _

from disputes.meetings.permissions import CALLERS, MEMBERS
from governance.access.capabilities import Capability
from governance.people.enums import Role

READERS = {Role.LEADING_OFFICIAL, Role.AUDITOR}

VIEW = Capability("resolutions.view", _("查看议定事项"), CALLERS | MEMBERS | READERS)
CARRY = Capability("resolutions.carry", _("落实议定事项、报告进展和完成"), CALLERS | MEMBERS)
CHECK = Capability("resolutions.check", _("催办、验收、退回议定事项"), CALLERS)
EXPORT = Capability("resolutions.export", _("导出议定事项"), CALLERS | READERS)

CAPABILITIES = (VIEW, CARRY, CHECK, EXPORT)
