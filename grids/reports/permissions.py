"""Who may do what with grid reports: the procedure's own matrix (Art. 51)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

STATIONS = {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER}
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}
WORKER, CENTRE = {Role.GRID_WORKER}, {Role.CENTRE_OFFICER}

VIEW = Capability("reports.view", _("查看网格事件"), WORKER | STATIONS | CENTRE | READERS)
REPORT = Capability("reports.report", _("上报、现场处置、确认网格事件"), WORKER)
ANSWER = Capability("reports.answer", _("签收、答复、转报网格事件"), STATIONS)
HAND_OVER = Capability("reports.hand_over", _("移交网格事件"), WORKER | STATIONS)
DISPATCH = Capability("reports.dispatch", _("派单、审批延期"), CENTRE)
OPEN_CONTACT = Capability("reports.open_contact", _("查看网格事件联系人"), WORKER | STATIONS | CENTRE)
EXPORT = Capability("reports.export", _("导出网格事件"), STATIONS | CENTRE | READERS)

CAPABILITIES = (VIEW, REPORT, ANSWER, HAND_OVER, DISPATCH, OPEN_CONTACT, EXPORT)
