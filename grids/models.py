"""The chapter's models, gathered for Django."""

from grids.admission.models import Admission, Duty, Opinion
from grids.funding.models import Allotment, Payment
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdRange
from grids.reports.models import Report, ReportKind

__all__ = [
    "Admission",
    "Allotment",
    "Assignment",
    "Duty",
    "Grid",
    "GridChange",
    "HouseholdRange",
    "Opinion",
    "Payment",
    "Report",
    "ReportKind",
]
