"""Who keeps the list of a file's items. The file itself is the committee's that holds the case (disputes.mediation.permissions)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEP_LIST = Capability("dossier.keep_list", _("维护卷宗材料清单、保管期限"), {Role.ADMINISTRATOR})

CAPABILITIES = (KEEP_LIST,)
