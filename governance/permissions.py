"""What the core itself asks a capability for: people and offices, the working calendar, limits, and the portal itself.

Calendar and limits hold for the whole city, so changing them asks for the capability over the city itself.
"""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

ADMINISTRATORS = {Role.ADMINISTRATOR}

PEOPLE = Capability("people.manage", _("管理人员、岗位与机构"), ADMINISTRATORS)
CALENDAR = Capability("calendar.manage", _("维护工作日历与办公时间"), ADMINISTRATORS)
LIMITS = Capability("limits.manage", _("维护办理时限"), ADMINISTRATORS)
DELIVERIES = Capability("deliveries.manage", _("查看并重发通知"), ADMINISTRATORS)
READ_ACCESS = Capability("access.read", _("查看权限一览"), {Role.ADMINISTRATOR, Role.AUDITOR, Role.LEADING_OFFICE})
READ_HEALTH = Capability("health.read", _("查看系统运行状态"), ADMINISTRATORS)
READ_OPENINGS = Capability("openings.read", _("查看个人信息查看记录"), {Role.ADMINISTRATOR, Role.AUDITOR})
AUDIT = Capability("timeline.audit", _("查阅、验证、导出办理记录"), {Role.AUDITOR})

CAPABILITIES = (PEOPLE, CALENDAR, LIMITS, DELIVERIES, READ_ACCESS, READ_HEALTH, READ_OPENINGS, AUDIT)
