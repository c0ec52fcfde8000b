"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.people.enums import Role
from governance.web.furniture import Link
from grids.reports.permissions import REPORT

PARTS = {
    "navigation": (Link(_("今天"), "phone_today", REPORT),),
    "starts": {Role.GRID_WORKER: "phone_today"},
}
