"""Who may do what with the reviews of incidents: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

WRITERS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER}
JUDGES = {Role.CENTRE_OFFICER, Role.LEADING_OFFICE, Role.LEADING_OFFICIAL}

VIEW = Capability("incident_reviews.view", _("查看事件复盘评估"), WRITERS | JUDGES | {Role.AUDITOR})
WRITE = Capability("incident_reviews.write", _("编写复盘评估、落实改进措施"), WRITERS)
JUDGE = Capability("incident_reviews.judge", _("审定复盘评估"), JUDGES)
EXPORT = Capability("incident_reviews.export", _("导出事件复盘评估"), WRITERS | JUDGES | {Role.AUDITOR})

CAPABILITIES = (VIEW, WRITE, JUDGE, EXPORT)
