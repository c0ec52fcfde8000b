"""The chapter's models, gathered for Django."""

from emergencies.drills.models import Drill, DrillRule, Measure, Subscription
from emergencies.mass_events.models import LogEntry, MassEvent, SiteCheck
from emergencies.standards.models import StandardChange
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, Venue, VenueKind

__all__ = [
    "Assessment", "Drill", "DrillRule", "Factor", "FactorOption", "FactorSet", "LogEntry", "MassEvent", "Measure", "RequiredItem",
    "SiteCheck", "StandardChange", "Subscription", "Venue", "VenueKind",
]  # fmt: skip
