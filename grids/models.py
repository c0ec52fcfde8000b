"""The chapter's models, gathered for Django."""

from grids.admission.models import Duty
from grids.diary.models import Entry, Revision
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdRange
from grids.patrols.models import Answer, CheckItem, CheckList, CheckVersion, Patrol, PatrolPoint, Plan, Route, RoutePoint
from grids.reports.models import Report, ReportKind

__all__ = ["Assignment", "Duty", "Grid", "GridChange", "HouseholdRange", "Report", "ReportKind"]
__all__ += ["Answer", "CheckItem", "CheckList", "CheckVersion", "Patrol", "PatrolPoint", "Plan", "Route", "RoutePoint"]
__all__ += ["Entry", "Revision"]
