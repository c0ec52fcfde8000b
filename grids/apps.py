"""Makes the chapter known to the core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, on_event, register


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("基层治理")

    def ready(self):
        from grids.community.chapter import PARTS as COMMUNITY
        from grids.deliberation.chapter import PARTS as DELIBERATION
        from grids.mesh.chapter import PARTS as MESH
        from grids.organisations.chapter import PARTS as ORGANISATIONS
        from grids.reports.chapter import PARTS as REPORTS
        from grids.reports.services import note_lapse
        from grids.volunteering.chapter import PARTS as VOLUNTEERING

        village_life = (DELIBERATION, ORGANISATIONS, VOLUNTEERING, COMMUNITY)
        register(chapter_of(self.name, self.verbose_name, MESH, REPORTS, *village_life))
        on_event(note_lapse)
