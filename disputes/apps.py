"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class DisputesConfig(AppConfig):
    name = "disputes"
    verbose_name = _("矛盾纠纷化解")

    def ready(self):
        from disputes.complaints.chapter import PARTS
        from disputes.complaints.services import note_lapse

        register(chapter_of(self.name, self.verbose_name, PARTS))
        on_event(note_lapse)
