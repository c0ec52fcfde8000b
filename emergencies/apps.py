"""Makes the chapter known to the core."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register

PROCEDURES = (
    "venues",
    "plans",
    "drills",
    "standards",
    "venue_standards",
    "hazards",
    "danger_sources",
    "criteria",
    "checklists",
    "premises",
    "inspection_plans",
    "inspections",
    "mass_events",
    "owed",
    "incidents",
    "catalogue",
    "stockpiles",
    "purchases",
    "intakes",
    "stocktakes",
    "releases",
    "hotlines",
    "cooperation",
    "exchanges",
    "warnings",
    "subscriptions",
    "safety_index",
    "safety_tips",
    "incident_reports",
    "command",
    "incident_reviews",
)


class EmergenciesConfig(AppConfig):
    name = "emergencies"
    verbose_name = _("公共安全")

    def ready(self):
        from emergencies.drills.services import note_lapse

        parts = [import_module(f"{self.name}.{procedure}.chapter").PARTS for procedure in PROCEDURES]
        register(chapter_of(self.name, self.verbose_name, *parts))
        on_event(note_lapse)
