"""The chapter's models, gathered for Django."""

from grids.admission.models import Admission, Duty, Opinion
from grids.funding.models import Allotment, Payment
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdCount, HouseholdRange
from grids.meshfiles.models import MeshFile
from grids.performance.models import (
    Absence,
    Attendance,
    Correction,
    Formula,
    FormulaItem,
    Objection,
    PayExport,
    Score,
    ScoreItem,
    Sheet,
    Training,
)
from grids.redrawing.models import Redrawing
from grids.reports.models import KindChange, Report, ReportKind

__all__ = [
    "Absence",
    "Admission",
    "Allotment",
    "Assignment",
    "Attendance",
    "Correction",
    "Duty",
    "Formula",
    "FormulaItem",
    "Grid",
    "GridChange",
    "HouseholdCount",
    "HouseholdRange",
    "KindChange",
    "MeshFile",
    "Objection",
    "Opinion",
    "PayExport",
    "Payment",
    "Redrawing",
    "Report",
    "ReportKind",
    "Score",
    "ScoreItem",
    "Sheet",
    "Training",
]
