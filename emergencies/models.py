"""The chapter's models, gathered for Django."""

from emergencies.drills.models import Drill, DrillRule, Measure
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, Venue, VenueKind

__all__ = ["Assessment", "Drill", "DrillRule", "Factor", "FactorOption", "FactorSet", "Measure", "RequiredItem", "Venue", "VenueKind"]
