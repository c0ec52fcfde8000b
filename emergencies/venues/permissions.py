"""Who may do what with crowded places: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

SUPERVISORS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER}
KEEPERS = {Role.SITE_MANAGER, Role.TOWNSHIP_CLERK}
READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("venues.view", _("查看人员密集场所"), SUPERVISORS | KEEPERS | READERS)
DECLARE = Capability("venues.declare", _("申报、更正人员密集场所"), KEEPERS)
CONFIRM = Capability("venues.confirm", _("核实、关停人员密集场所"), SUPERVISORS)
ASSESS = Capability("venues.assess", _("评估场所风险、划分等级"), SUPERVISORS)
AGREE = Capability("venues.agree", _("同意下调场所风险等级"), SUPERVISORS | {Role.CENTRE_OFFICER})
REMIND = Capability("venues.remind", _("催办场所核实和评估"), {Role.CENTRE_OFFICER})
CHECK = Capability("venues.check", _("对照防范标准检查场所"), SUPERVISORS | KEEPERS)
IMPORT = Capability("venues.import", _("批量导入人员密集场所"), {Role.TOWNSHIP_CLERK})
EXPORT = Capability("venues.export", _("导出人员密集场所"), SUPERVISORS | READERS)

CAPABILITIES = (VIEW, DECLARE, CONFIRM, ASSESS, AGREE, REMIND, CHECK, IMPORT, EXPORT)
