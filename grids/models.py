"""The chapter's models, gathered for Django."""

from grids.mesh.models import Assignment, Grid, GridChange, HouseholdCount, HouseholdRange
from grids.meshfiles.models import MeshFile
from grids.redrawing.models import Redrawing
from grids.reports.models import Report, ReportKind

__all__ = ["Assignment", "Grid", "GridChange", "HouseholdCount", "HouseholdRange", "MeshFile", "Redrawing", "Report", "ReportKind"]
