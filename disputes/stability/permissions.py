"""Who may do what with stability assessments: the assessing body assesses, the leading group's office or the centre files."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

FILERS = {Role.LEADING_OFFICE, Role.CENTRE_OFFICER}
ASSESSORS = {Role.DEPARTMENT_HANDLER, Role.TOWNSHIP_CLERK} | FILERS
READERS = {Role.LEADING_OFFICIAL, Role.AUDITOR}

VIEW = Capability("stability.view", _("查看社会稳定风险评估"), ASSESSORS | READERS)
ASSESS = Capability("stability.assess", _("开展社会稳定风险评估、审定并报送"), ASSESSORS)
FILE = Capability("stability.file", _("备案、催办社会稳定风险评估"), FILERS)
CARRY = Capability("stability.carry", _("落实风险防范措施"), ASSESSORS)
EXPORT = Capability("stability.export", _("导出社会稳定风险评估"), FILERS | READERS)
KEEP = Capability("stability.keep", _("发布风险等级标准新版本"), {Role.LEADING_OFFICE})

CAPABILITIES = (VIEW, ASSESS, FILE, CARRY, EXPORT, KEEP)
