"""The chapter's models, gathered for Django."""

from emergencies.danger_sources.models import DangerSource, Kept, LevelStandard, Reading, Substance, YearlyCheck
from emergencies.drills.models import Drill, DrillRule, Measure, Subscription
from emergencies.hazards.models import Criterion, Hazard, RemovalPlan, RewardStandard, Sector, Stage
from emergencies.mass_events.models import LogEntry, MassEvent, SiteCheck
from emergencies.plans.models import Plan
from emergencies.standards.models import SecurityMeasure, SecuritySet, StandardChange
from emergencies.venuefiles.models import VenueFile
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, SecurityCheck, Venue, VenueKind

__all__ = [
    "Assessment", "Criterion", "DangerSource", "Drill", "DrillRule", "Factor", "FactorOption", "FactorSet", "Hazard", "Kept",
    "LevelStandard", "LogEntry", "MassEvent", "Measure", "Plan", "Reading", "RemovalPlan", "RequiredItem", "RewardStandard", "Sector",
    "SecurityCheck", "SecurityMeasure", "SecuritySet", "SiteCheck", "Stage", "StandardChange", "Subscription", "Substance", "Venue",
    "VenueFile", "VenueKind", "YearlyCheck",
]  # fmt: skip
