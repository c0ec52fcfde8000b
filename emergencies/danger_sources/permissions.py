"""Who may do what with major danger sources: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READERS = {Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}
KEEPERS = {Role.SITE_MANAGER, Role.DEPARTMENT_HANDLER}

VIEW = Capability("danger_sources.view", _("查看重大危险源"), KEEPERS | READERS)
DECLARE = Capability("danger_sources.declare", _("申报、更正重大危险源"), KEEPERS)
KEEP = Capability("danger_sources.keep", _("记录重大危险源监测、预案和评估"), KEEPERS)
FILE = Capability("danger_sources.file", _("备案、检查、核销重大危险源"), {Role.DEPARTMENT_HANDLER})
EXPORT = Capability("danger_sources.export", _("导出重大危险源"), READERS | {Role.DEPARTMENT_HANDLER})

CAPABILITIES = (VIEW, DECLARE, KEEP, FILE, EXPORT)
