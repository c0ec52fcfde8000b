"""The chapter's models, gathered for Django."""

from grids.admission.models import Admission, Duty, Opinion
from grids.community.models import Activity
from grids.deliberation.models import Deliberation, Participant, Statement
from grids.funding.models import Allotment, Payment
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdCount, HouseholdRange
from grids.meshfiles.models import MeshFile
from grids.organisations.models import FirmTask, Organisation
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
    "Assignment",
    "Attendance",
    "Call",
    "Correction",
    "Deliberation",
    "Duty",
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
    "PayExport",
    "Payment",
    "Redrawing",
    "Report",
    "ReportKind",
    "Score",
    "ScoreItem",
    "Sheet",
    "SignUp",
    "Statement",
    "Training",
]
