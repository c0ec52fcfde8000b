"""The chapter's models, gathered for Django."""

from emergencies.checklists.models import CheckItem, CheckList, CheckVersion, PremisesKind
from emergencies.drills.models import Drill, DrillRule, Measure
from emergencies.inspection_plans.models import InspectionPlan, Lot
from emergencies.inspections.models import Answer, Inspection
from emergencies.premises.models import Premises
from emergencies.standards.models import StandardChange
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, Venue, VenueKind

__all__ = [
    "Answer", "Assessment", "CheckItem", "CheckList", "CheckVersion", "Drill", "DrillRule", "Factor", "FactorOption", "FactorSet",
    "Inspection", "InspectionPlan", "Lot", "Measure", "Premises", "PremisesKind", "RequiredItem", "StandardChange", "Venue", "VenueKind",
]  # fmt: skip
