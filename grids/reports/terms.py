"""The clocks of a grid report, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

ON_THE_SPOT = Term("reports.on_the_spot", _("现场处置或转报"), "grids.solve_on_spot")
VILLAGE = Term("reports.village", _("村（社区）答复"), "grids.village_answer", duty=_("网格事件未在期限内由村（社区）答复"), ground=2)
TOWNSHIP = Term(
    "reports.township", _("乡镇（街道）答复"), "grids.township_answer", duty=_("网格事件未在期限内由乡镇（街道）答复"), ground=2
)
DEPARTMENT = Term("reports.department", _("部门答复"), "grids.department_answer", duty=_("网格事件未在期限内由部门答复"), ground=2)
CONFIRM = Term("reports.confirm", _("网格员确认"), "grids.confirm")

OF_STATIONS = (VILLAGE, TOWNSHIP, DEPARTMENT)
TERMS = (ON_THE_SPOT, *OF_STATIONS, CONFIRM)
