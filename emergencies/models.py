"""The chapter's models, gathered for Django."""

from emergencies.checklists.models import CheckItem, CheckList, CheckVersion, PremisesKind
from emergencies.command.models import CommandTask, Deployment, LogLine, Team
from emergencies.danger_sources.models import DangerSource, Kept, LevelStandard, Reading, Substance, YearlyCheck
from emergencies.drills.models import Drill, DrillRule, Measure, Subscription
from emergencies.hazards.models import Criterion, Hazard, RemovalPlan, RewardStandard, Sector, Stage
from emergencies.incident_reports.models import IncidentReport, ReportReceipt
from emergencies.incident_reviews.models import IncidentReview, ReviewMeasure
from emergencies.incidents.models import EpidemicCount, GradeStandard, HealthStep, Incident, IncidentKind
from emergencies.inspection_plans.models import InspectionPlan, Lot
from emergencies.inspections.models import Answer, Inspection
from emergencies.mass_events.models import LogEntry, MassEvent, SiteCheck
from emergencies.plans.models import Plan
from emergencies.premises.models import Premises
from emergencies.standards.models import SecurityMeasure, SecuritySet, StandardChange
from emergencies.venuefiles.models import VenueFile
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, SecurityCheck, Venue, VenueKind

__all__ = [
    "Answer", "Assessment", "CheckItem", "CheckList", "CheckVersion", "CommandTask", "Criterion", "DangerSource", "Deployment", "Drill",
    "DrillRule", "EpidemicCount", "Factor", "FactorOption", "FactorSet", "GradeStandard", "Hazard", "HealthStep", "Incident",
    "IncidentKind", "IncidentReport", "IncidentReview", "Inspection", "InspectionPlan", "Kept", "LevelStandard", "LogEntry", "LogLine",
    "Lot", "MassEvent", "Measure", "Plan", "Premises", "PremisesKind", "Reading", "RemovalPlan", "ReportReceipt", "RequiredItem",
    "ReviewMeasure", "RewardStandard", "Sector", "SecurityCheck", "SecurityMeasure", "SecuritySet", "SiteCheck", "Stage",
    "StandardChange", "Subscription", "Substance", "Team", "Venue", "VenueFile", "VenueKind", "YearlyCheck",
]  # fmt: skip
