"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class DisputesConfig(AppConfig):
    name = "disputes"
    verbose_name = _("矛盾纠纷化解")

    def ready(self):
        from disputes.complaints.chapter import PARTS as COMPLAINTS
        from disputes.complaints.services import note_lapse as note_late_handling
        from disputes.mediation.chapter import PARTS as MEDIATION
        from disputes.mediation.services import note_lapse as note_late_mediation
        from disputes.replies.chapter import PARTS as REPLIES

        register(chapter_of(self.name, self.verbose_name, COMPLAINTS, REPLIES, MEDIATION))
        on_event(note_late_handling)
        on_event(note_late_mediation)
