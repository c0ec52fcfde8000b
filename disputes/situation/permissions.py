"""Who reads the situation of disputes: the centre, the leading group, the township; the city's leading office keeps the method."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.TOWNSHIP_CLERK}

VIEW = Capability("situation.view", _("查看矛盾纠纷形势分析"), READERS)
KEEP = Capability("situation.keep", _("发布预警方法新版本"), {Role.LEADING_OFFICE})

CAPABILITIES = (VIEW, KEEP)
