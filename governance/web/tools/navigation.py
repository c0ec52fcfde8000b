"""The tools' entries in the left navigation."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from governance.web.page import SIGNED_IN

LINKS = (Link(_("期限计算器"), "limit_calculator", SIGNED_IN),)
