"""Who may do what with reserves: the procedure's own matrix. The department that keeps a warehouse keeps its stock; the department of
emergency management sets how much must lie there (Art. 37)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}
DEPARTMENTS = {Role.DEPARTMENT_HANDLER}

VIEW = Capability("stockpiles.view", _("查看应急物资储备"), DEPARTMENTS | READERS)
KEEP = Capability("stockpiles.keep", _("登记仓库和储备品种"), DEPARTMENTS)
SET_NEED = Capability("stockpiles.set_need", _("核定储备定额"), DEPARTMENTS)
EXPORT = Capability("stockpiles.export", _("导出应急物资储备"), DEPARTMENTS | READERS)

CAPABILITIES = (VIEW, KEEP, SET_NEED, EXPORT)
