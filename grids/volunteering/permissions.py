"""Who may do what with calls for volunteers (Art. 54)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEPERS = {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK}
READERS = {Role.GRID_WORKER, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("volunteering.view", _("查看志愿服务"), KEEPERS | READERS)
KEEP = Capability("volunteering.keep", _("发布志愿招募、确认服务时长"), KEEPERS)
OPEN_CONTACT = Capability("volunteering.open_contact", _("查看报名人姓名和电话"), KEEPERS)
EXPORT = Capability("volunteering.export", _("导出志愿服务"), KEEPERS | READERS - {Role.GRID_WORKER})

CAPABILITIES = (VIEW, KEEP, OPEN_CONTACT, EXPORT)
