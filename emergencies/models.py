"""The chapter's models, gathered for Django."""

from emergencies.danger_sources.models import DangerSource, Kept, LevelStandard, Reading, Substance, YearlyCheck
from emergencies.drills.models import Drill, DrillRule, Measure
from emergencies.hazards.models import Criterion, Hazard, RemovalPlan, RewardStandard, Sector, Stage
from emergencies.plans.models import Plan
from emergencies.standards.models import SecurityMeasure, SecuritySet, StandardChange
from emergencies.venuefiles.models import VenueFile
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, SecurityCheck, Venue, VenueKind

__all__ = ["Assessment", "Criterion", "DangerSource", "Drill", "DrillRule", "Factor", "FactorOption", "FactorSet", "Hazard", "Kept", "LevelStandard", "Measure", "Plan", "Reading", "RemovalPlan", "RequiredItem", "RewardStandard", "Sector", "SecurityCheck", "SecurityMeasure", "SecuritySet", "Stage", "StandardChange", "Substance", "Venue", "VenueFile", "VenueKind", "YearlyCheck"]
