"""The chapter's models, gathered for Django."""

from grids.admission.models import Duty
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdRange
from grids.reports.models import KindChange, Report, ReportKind

__all__ = ["Assignment", "Duty", "Grid", "GridChange", "HouseholdRange", "KindChange", "Report", "ReportKind"]
