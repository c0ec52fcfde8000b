"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class EmergenciesConfig(AppConfig):
    name = "emergencies"
    verbose_name = _("公共安全")

    def ready(self):
        from emergencies.drills.chapter import PARTS as DRILLS
        from emergencies.drills.services import note_lapse
        from emergencies.mass_events.chapter import PARTS as MASS_EVENTS
        from emergencies.owed.chapter import PARTS as OWED
        from emergencies.standards.chapter import PARTS as STANDARDS
        from emergencies.venues.chapter import PARTS as VENUES

        register(chapter_of(self.name, self.verbose_name, OWED, VENUES, DRILLS, STANDARDS, MASS_EVENTS))
        on_event(note_lapse)
