"""The chapter's models, gathered for Django."""

from emergencies.drills.models import Drill, DrillRule, Measure
from emergencies.plans.models import Plan
from emergencies.standards.models import SecurityMeasure, SecuritySet, StandardChange
from emergencies.venuefiles.models import VenueFile
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, SecurityCheck, Venue, VenueKind

__all__ = [
    "Assessment", "Drill", "DrillRule", "Factor", "FactorOption", "FactorSet", "Measure", "Plan", "RequiredItem", "SecurityCheck",
    "SecurityMeasure", "SecuritySet", "StandardChange", "Venue", "VenueFile", "VenueKind",
]  # fmt: skip
