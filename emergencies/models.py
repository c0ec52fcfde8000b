"""The chapter's models, gathered for Django."""

from emergencies.checklists.models import CheckItem, CheckList, CheckVersion, PremisesKind
from emergencies.danger_sources.models import DangerSource, Kept, LevelStandard, Reading, Substance, YearlyCheck
from emergencies.drills.models import Drill, DrillRule, Measure
from emergencies.hazards.models import Criterion, Hazard, RemovalPlan, RewardStandard, Sector, Stage
from emergencies.inspection_plans.models import InspectionPlan, Lot
from emergencies.inspections.models import Answer, Inspection
from emergencies.premises.models import Premises
from emergencies.standards.models import StandardChange
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, Venue, VenueKind

__all__ = [
    "Assessment", "Drill", "DrillRule", "Factor", "FactorOption", "FactorSet", "Measure", "RequiredItem", "StandardChange", "Venue",
    "VenueKind",
    "DangerSource", "Kept", "LevelStandard", "Reading", "Substance", "YearlyCheck",
    "Criterion", "Hazard", "RemovalPlan", "RewardStandard", "Sector", "Stage",
    "CheckItem", "CheckList", "CheckVersion", "PremisesKind",
    "Answer", "Inspection", "InspectionPlan", "Lot", "Premises",
]  # fmt: skip
