"""The chapter's models, gathered for Django."""

from grids.admission.models import Admission, Duty, Opinion
from grids.community.models import Activity
from grids.deliberation.models import Deliberation, Participant, Statement
from grids.diary.models import Entry, Revision
from grids.funding.models import Allotment, Payment
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdCount, HouseholdRange
from grids.meshfiles.models import MeshFile
from grids.organisations.models import FirmTask, Organisation
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
from grids.volunteering.models import Call, SignUp

__all__ = [
    "Absence",
    "Activity",
    "Admission",
    "Allotment",
    "Answer",
    "Assignment",
    "Attendance",
    "Call",
    "CheckItem",
    "CheckList",
    "CheckVersion",
    "Correction",
    "Deliberation",
    "Duty",
    "Entry",
    "FirmTask",
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
    "Organisation",
    "Participant",
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
    "SignUp",
    "Statement",
    "Training",
]
