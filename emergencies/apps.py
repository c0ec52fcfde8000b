"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class EmergenciesConfig(AppConfig):
    name = "emergencies"
    verbose_name = _("公共安全")

    def ready(self):
        from emergencies.danger_sources.chapter import PARTS as DANGER_SOURCES
        from emergencies.drills.chapter import PARTS as DRILLS
        from emergencies.drills.services import note_lapse
        from emergencies.hazards.chapter import PARTS as HAZARDS
        from emergencies.standards.chapter import PARTS as STANDARDS
        from emergencies.venues.chapter import PARTS as VENUES

        register(chapter_of(self.name, self.verbose_name, VENUES, DRILLS, STANDARDS, DANGER_SOURCES, HAZARDS))
        on_event(note_lapse)
