"""Who reads the catalogue of reserves. The city's emergency management department keeps it (Art. 37 para 1)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READERS = {Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

READ = Capability("catalogue.read", _("查看应急物资目录和标准"), READERS | {Role.DEPARTMENT_HANDLER})
KEEP = Capability("catalogue.keep", _("编制应急物资目录和标准"), {Role.DEPARTMENT_HANDLER})

CAPABILITIES = (READ, KEEP)
