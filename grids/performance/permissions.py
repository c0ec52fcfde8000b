"""Who may do what with the monthly figures of grid workers: the procedure's own matrix (Art. 50). Nobody else ever sees them."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

WORKER, TOWNSHIP = {Role.GRID_WORKER}, {Role.TOWNSHIP_CLERK}
COUNTY = {Role.CENTRE_OFFICER}

VIEW = Capability("performance.view", _("查看网格员绩效数据和异议"), WORKER | TOWNSHIP | COUNTY)
OWN = Capability("performance.own", _("查看本人绩效、提出异议"), WORKER)
MANAGE = Capability("performance.manage", _("结账、公布网格员绩效，答复异议"), TOWNSHIP)
READ = Capability("performance.read", _("查看网格员绩效月账"), TOWNSHIP | COUNTY)
PAY = Capability("performance.pay", _("导出网格员绩效用于发放报酬"), TOWNSHIP | COUNTY)
KNOW = Capability(
    "performance.know", _("查看网格员绩效计分办法"), WORKER | TOWNSHIP | COUNTY | {Role.LEADING_OFFICE, Role.AUDITOR}
)  # fmt: skip
FORMULA = Capability("performance.formula", _("制定网格员绩效计分办法"), {Role.LEADING_OFFICE})

CAPABILITIES = (VIEW, OWN, MANAGE, READ, PAY, KNOW, FORMULA)
