"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.people.enums import Role
from governance.web.furniture import DAILY, Link
from governance.web.offline import OfflineSheet
from grids.phone.services import OWN_MODULES, sheet_page
from grids.reports.permissions import REPORT

SHEET = OfflineSheet(
    page="phone_sheet",
    render=sheet_page,
    shown_for=("reports_create", "phone_today"),
    modules=OWN_MODULES,
    sending="phone_sending",
)

PARTS = {
    "navigation": (Link(_("今天"), "phone_today", REPORT, turn=DAILY),),
    "offline": (SHEET,),
    "starts": {Role.GRID_WORKER: "phone_today"},
}
