"""The chapter's models, gathered for Django."""

from grids.mesh.models import Assignment, Grid, GridChange, HouseholdRange
from grids.reports.models import Report, ReportKind

__all__ = ["Assignment", "Grid", "GridChange", "HouseholdRange", "Report", "ReportKind"]
