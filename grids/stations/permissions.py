"""Who looks at the stations' desk and at the figures of the grids."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

TERRITORIAL = {
    Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR,
}  # fmt: skip

DESK = Capability("stations.desk", _("查看网格工作台"), TERRITORIAL | {Role.DEPARTMENT_HANDLER})
FIGURES = Capability("stations.figures", _("查看网格运行指标"), TERRITORIAL)

CAPABILITIES = (DESK, FIGURES)
