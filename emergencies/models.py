"""The chapter's models, gathered for Django."""

from emergencies.drills.models import Drill, DrillRule, Measure
from emergencies.standards.models import StandardChange
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, Venue, VenueKind

__all__ = [
    "Assessment", "Drill", "DrillRule", "Factor", "FactorOption", "FactorSet", "Measure", "RequiredItem", "StandardChange", "Venue",
    "VenueKind",
]  # fmt: skip
