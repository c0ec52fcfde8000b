"""The chapter's models, gathered for Django."""

from grids.community.models import Activity
from grids.deliberation.models import Deliberation, Participant, Statement
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdRange
from grids.organisations.models import FirmTask, Organisation
from grids.reports.models import Report, ReportKind
from grids.volunteering.models import Call, SignUp

__all__ = ["Assignment", "Grid", "GridChange", "HouseholdRange", "Report", "ReportKind"]
__all__ += ["Activity", "Call", "Deliberation", "FirmTask", "Organisation", "Participant", "SignUp", "Statement"]
