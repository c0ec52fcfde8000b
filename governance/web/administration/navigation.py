"""The administration's entries in the left navigation."""

from django.utils.translation import gettext_lazy as _

from governance.permissions import AUDIT, CALENDAR, DELIVERIES, LIMITS, PEOPLE, READ_ACCESS, READ_HEALTH, READ_OPENINGS
from governance.web.furniture import Link

LINKS = (
    Link(_("人员与岗位"), "people", PEOPLE),
    Link(_("机构"), "offices", PEOPLE),
    Link(_("工作日历"), "calendar_years", CALENDAR),
    Link(_("办理时限"), "limits", LIMITS),
    Link(_("通知发送"), "deliveries", DELIVERIES),
    Link(_("权限一览"), "access_matrix", READ_ACCESS),
    Link(_("个人信息查看记录"), "openings", READ_OPENINGS),
    Link(_("办理记录查阅"), "audit_events", AUDIT),
    Link(_("运行状态"), "system_status", READ_HEALTH),
)
