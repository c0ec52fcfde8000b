"""The chapter's models, gathered for Django."""

from grids.admission.models import Admission, Duty, Opinion
from grids.diary.models import Entry, Revision
from grids.funding.models import Allotment, Payment
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdCount, HouseholdRange
from grids.meshfiles.models import MeshFile
from grids.patrols.models import Answer, CheckItem, CheckList, CheckVersion, Patrol, PatrolPoint, Plan, Route, RoutePoint
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
    "Answer",
    "Assignment",
    "Attendance",
    "CheckItem",
    "CheckList",
    "CheckVersion",
    "Correction",
    "Duty",
    "Entry",
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
    "Patrol",
    "PatrolPoint",
    "PayExport",
    "Payment",
    "Plan",
    "Redrawing",
    "Report",
    "ReportKind",
    "Revision",
    "Route",
    "RoutePoint",
    "Score",
    "ScoreItem",
    "Sheet",
    "Training",
]
