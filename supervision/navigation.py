"""The chapter's entries in the left navigation."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from supervision.indicators.permissions import READ

LINKS = (Link(_("指标看板"), "dashboard", READ),)
