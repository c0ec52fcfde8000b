"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("基层治理")

    def ready(self):
        from grids.admission.chapter import PARTS as ADMISSION
        from grids.kinds.chapter import PARTS as KINDS
        from grids.mesh.chapter import PARTS as MESH
        from grids.phone.chapter import PARTS as PHONE
        from grids.reports.chapter import PARTS as REPORTS
        from grids.reports.services import note_lapse
        from grids.stations.chapter import PARTS as STATIONS

        register(chapter_of(self.name, self.verbose_name, PHONE, ADMISSION, MESH, REPORTS, KINDS, STATIONS))
        on_event(note_lapse)
