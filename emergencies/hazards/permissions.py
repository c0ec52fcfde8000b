"""Who may do what with hazards: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

SUPERVISORS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER}
KEEPERS = {Role.SITE_MANAGER, Role.VILLAGE_CLERK}
READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("hazards.view", _("查看安全隐患"), SUPERVISORS | KEEPERS | READERS)
REPORT = Capability("hazards.report", _("登记安全隐患"), SUPERVISORS | KEEPERS)
VERIFY = Capability("hazards.verify", _("核查、定级、复查安全隐患"), SUPERVISORS)
REMOVE = Capability("hazards.remove", _("整改隐患、报送治理方案和整改结果"), SUPERVISORS | {Role.SITE_MANAGER})
PRESS = Capability("hazards.press", _("挂牌督办、验收销号、审批延期"), {Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER})
REMIND = Capability("hazards.remind", _("催办安全隐患"), SUPERVISORS | {Role.CENTRE_OFFICER})
REWARD = Capability("hazards.reward", _("决定、发放举报奖励"), {Role.DEPARTMENT_HANDLER})
OPEN_CONTACT = Capability("hazards.open_contact", _("查看举报人联系方式"), SUPERVISORS)
EXPORT = Capability("hazards.export", _("导出安全隐患"), SUPERVISORS | READERS)
STANDARDS = Capability("hazards.standards", _("维护隐患行业、判定标准和奖励标准"), {Role.ADMINISTRATOR})

CAPABILITIES = (VIEW, REPORT, VERIFY, REMOVE, PRESS, REMIND, REWARD, OPEN_CONTACT, EXPORT, STANDARDS)
