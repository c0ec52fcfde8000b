"""Who looks after the hotlines' keys, who reads what came in, and who may open what a message says in full."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

MANAGE = Capability("hotlines.manage", _("管理热线接口密钥"), {Role.ADMINISTRATOR})
VIEW = Capability("hotlines.view", _("查看热线来件记录"), {Role.ADMINISTRATOR, Role.LEADING_OFFICE, Role.AUDITOR})
OPEN = Capability("hotlines.open", _("查看热线来件原文"), {Role.LEADING_OFFICE})

CAPABILITIES = (MANAGE, VIEW, OPEN)
