"""Who inspects, who sees inspections, and who may object: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

INSPECTORS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER}
READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("inspections.view", _("查看安全检查"), INSPECTORS | READERS | {Role.SITE_MANAGER})
INSPECT = Capability("inspections.inspect", _("开展、确认安全检查"), INSPECTORS)
ARRANGE = Capability("inspections.arrange", _("安排、更换检查人员，取消检查"), INSPECTORS)
OBJECT = Capability("inspections.object", _("对检查结果提出意见"), {Role.SITE_MANAGER})
REMIND = Capability("inspections.remind", _("催办安全检查"), {Role.CENTRE_OFFICER})
EXPORT = Capability("inspections.export", _("导出安全检查"), INSPECTORS | READERS)

CAPABILITIES = (VIEW, INSPECT, ARRANGE, OBJECT, REMIND, EXPORT)
