"""Who looks after the open interface: the keys of the clients, and what a category asks of them."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

MANAGE = Capability("open311.manage", _("管理开放接口：密钥、分类属性"), {Role.ADMINISTRATOR})

CAPABILITIES = (MANAGE,)
