"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class EmergenciesConfig(AppConfig):
    name = "emergencies"
    verbose_name = _("公共安全")

    def ready(self):
        from emergencies.checklists.chapter import PARTS as CHECKLISTS
        from emergencies.danger_sources.chapter import PARTS as DANGER_SOURCES
        from emergencies.drills.chapter import PARTS as DRILLS
        from emergencies.drills.services import note_lapse
        from emergencies.hazards.chapter import PARTS as HAZARDS
        from emergencies.inspection_plans.chapter import PARTS as INSPECTION_PLANS
        from emergencies.inspections.chapter import PARTS as INSPECTIONS
        from emergencies.premises.chapter import PARTS as PREMISES
        from emergencies.standards.chapter import PARTS as STANDARDS
        from emergencies.venues.chapter import PARTS as VENUES

        parts = (VENUES, DRILLS, STANDARDS, DANGER_SOURCES, HAZARDS)
        parts += (CHECKLISTS, PREMISES, INSPECTION_PLANS, INSPECTIONS)
        register(chapter_of(self.name, self.verbose_name, *parts))
        on_event(note_lapse)
