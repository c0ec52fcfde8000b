"""Who may do what with admissions: the procedure's own matrix (Art. 49)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

BUREAUS, OFFICE = {Role.DEPARTMENT_HANDLER}, {Role.LEADING_OFFICE}
REVIEWERS = BUREAUS | {Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER}
READERS = {Role.LEADING_OFFICIAL, Role.AUDITOR}

VIEW = Capability("admission.view", _("查看网格事项准入"), REVIEWERS | OFFICE | READERS)
APPLY = Capability("admission.apply", _("申请网格事项准入"), BUREAUS)
TAKE_PART = Capability("admission.take_part", _("参加准入会审"), REVIEWERS)
DECIDE = Capability("admission.decide", _("组织准入会审、决定准入和退出"), OFFICE)
EXPORT = Capability("admission.export", _("导出网格事项准入"), OFFICE | READERS | {Role.CENTRE_OFFICER})

CAPABILITIES = (VIEW, APPLY, TAKE_PART, DECIDE, EXPORT)
