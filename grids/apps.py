"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("基层治理")

    def ready(self):
        from grids.admission.chapter import PARTS as ADMISSION
        from grids.diary.chapter import PARTS as DIARY
        from grids.mesh.chapter import PARTS as MESH
        from grids.patrols.chapter import PARTS as PATROLS
        from grids.reports.chapter import PARTS as REPORTS
        from grids.reports.services import note_lapse

        register(chapter_of(self.name, self.verbose_name, ADMISSION, MESH, REPORTS, PATROLS, DIARY))
        on_event(note_lapse)
