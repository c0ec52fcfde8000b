"""The chapter's models, gathered for Django."""

from emergencies.checklists.models import CheckItem, CheckList, CheckVersion, PremisesKind
from emergencies.danger_sources.models import DangerSource, Kept, LevelStandard, Reading, Substance, YearlyCheck
from emergencies.drills.models import Drill, DrillRule, Measure, Subscription
from emergencies.hazards.models import Criterion, Hazard, RemovalPlan, RewardStandard, Sector, Stage
from emergencies.incidents.models import EpidemicCount, GradeStandard, HealthStep, Incident, IncidentKind
from emergencies.inspection_plans.models import InspectionPlan, Lot
from emergencies.inspections.models import Answer, Inspection
from emergencies.mass_events.models import LogEntry, MassEvent, SiteCheck
from emergencies.plans.models import Plan
from emergencies.premises.models import Premises
from emergencies.safety_index.models import Band, Component, Edition, Input, Method, Population, Score
from emergencies.safety_tips.models import SafetyTip
from emergencies.standards.models import SecurityMeasure, SecuritySet, StandardChange
from emergencies.venuefiles.models import VenueFile
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, SecurityCheck, Venue, VenueKind

__all__ = [
    "Answer", "Assessment", "Band", "CheckItem", "CheckList", "CheckVersion", "Component", "Criterion", "DangerSource", "Drill",
    "DrillRule", "Edition", "EpidemicCount", "Factor", "FactorOption", "FactorSet", "GradeStandard", "Hazard", "HealthStep",
    "Incident", "IncidentKind", "Input", "Inspection", "InspectionPlan", "Kept", "LevelStandard", "LogEntry", "Lot", "MassEvent",
    "Measure", "Method", "Plan", "Population", "Premises", "PremisesKind", "Reading", "RemovalPlan", "RequiredItem", "RewardStandard",
    "SafetyTip", "Score", "Sector", "SecurityCheck", "SecurityMeasure", "SecuritySet", "SiteCheck", "Stage", "StandardChange",
    "Subscription", "Substance", "Venue", "VenueFile", "VenueKind", "YearlyCheck",
]  # fmt: skip
