"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import Chapter, on_event, register


class SupervisionConfig(AppConfig):
    name = "supervision"
    verbose_name = _("监督管理")

    def ready(self):
        from supervision.indicators.demo import seed
        from supervision.indicators.permissions import CAPABILITIES
        from supervision.indicators.services import note_change
        from supervision.indicators.tasks import refresh_soon
        from supervision.navigation import LINKS

        register(Chapter(label=self.name, title=self.verbose_name, capabilities=CAPABILITIES, navigation=LINKS, demo=(seed,)))
        on_event(note_change)
        on_event(refresh_soon)
