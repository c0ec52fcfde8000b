"""Makes the chapter known to the core."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from governance.registry import chapter_of, register

PROCEDURES = (
    "phone",
    "mesh",
    "redrawing",
    "households",
    "atlas",
    "meshfiles",
    "posters",
    "admission",
    "funding",
    "reports",
    "kinds",
    "stations",
    "patrols",
    "diary",
    "performance",
    "deliberation",
    "organisations",
    "volunteering",
    "community",
)


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("基层治理")

    def ready(self):
        from grids.redrawing.chapter import AFTER_REPORTS

        parts = [import_module(f"grids.{name}.chapter").PARTS for name in PROCEDURES]
        register(chapter_of(self.name, self.verbose_name, *parts, AFTER_REPORTS))
