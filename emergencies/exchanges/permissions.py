"""Who tells another city of an incident, and who reads in what another city tells."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

SHARERS = {Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER, Role.LEADING_OFFICE}

VIEW = Capability("exchanges.view", _("查看跨市突发事件通报"), SHARERS | {Role.LEADING_OFFICIAL, Role.AUDITOR})
SHARE = Capability("exchanges.share", _("向协作城市通报、接收外市通报"), SHARERS)

CAPABILITIES = (VIEW, SHARE)
