"""Who looks after what is kept of people's contact data."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READ = Capability("retention.read", _("查看联系方式保存情况"), {Role.ADMINISTRATOR, Role.AUDITOR})

CAPABILITIES = (READ,)
