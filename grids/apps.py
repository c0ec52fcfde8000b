"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("基层治理")

    def ready(self):
        from grids.admission.chapter import PARTS as ADMISSION
        from grids.funding.chapter import PARTS as FUNDING
        from grids.kinds.chapter import PARTS as KINDS
        from grids.mesh.chapter import PARTS as MESH
        from grids.performance.chapter import PARTS as PERFORMANCE
        from grids.reports.chapter import PARTS as REPORTS
        from grids.reports.services import note_lapse
        from grids.stations.chapter import PARTS as STATIONS

        register(chapter_of(self.name, self.verbose_name, MESH, ADMISSION, FUNDING, REPORTS, KINDS, STATIONS, PERFORMANCE))
        on_event(note_lapse)
