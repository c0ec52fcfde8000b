"""Who reads the ledger of duties, who files what it asks for, and who raises a gap."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}
BOUND = {
    Role.LEADING_OFFICE, Role.CENTRE_OFFICER, Role.HOTLINE_OPERATOR, Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.DEPARTMENT_HANDLER,
    Role.SITE_MANAGER, Role.ADMINISTRATOR, Role.SUPERVISING_BODY, Role.CONGRESS_STAFF,
}  # fmt: skip

VIEW = Capability("duties.view", _("查看条例落实台账"), BOUND | LEADERS | {Role.AUDITOR})
FILE = Capability("duties.file", _("报送本单位的落实材料"), BOUND)
RAISE = Capability("duties.raise", _("把未落实的职责转为督导线索、退回材料、重新核对"), {Role.LEADING_OFFICE})
EXPORT = Capability("duties.export", _("导出条例落实台账"), LEADERS | {Role.AUDITOR})
EDIT = Capability("duties.edit", _("维护条例职责"), {Role.LEADING_OFFICE})

CAPABILITIES = (VIEW, FILE, RAISE, EXPORT, EDIT)
