"""Who keeps the register of what is inspected."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEPERS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER}
READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("premises.view", _("查看检查对象名录"), KEEPERS | READERS)
KEEP = Capability("premises.keep", _("登记、更正检查对象"), KEEPERS)

CAPABILITIES = (VIEW, KEEP)
