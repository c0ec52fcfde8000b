"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("基层治理")

    def ready(self):
        from grids.atlas.chapter import PARTS as ATLAS
        from grids.households.chapter import PARTS as HOUSEHOLDS
        from grids.mesh.chapter import PARTS as MESH
        from grids.meshfiles.chapter import PARTS as MESHFILES
        from grids.posters.chapter import PARTS as POSTERS
        from grids.redrawing.chapter import AFTER_REPORTS as REDRAWN
        from grids.redrawing.chapter import PARTS as REDRAWING
        from grids.reports.chapter import PARTS as REPORTS
        from grids.reports.services import note_lapse

        register(chapter_of(self.name, self.verbose_name, MESH, REDRAWING, HOUSEHOLDS, ATLAS, MESHFILES, POSTERS, REPORTS, REDRAWN))
        on_event(note_lapse)
