"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("grids/", include("grids.atlas.urls")),
    path("grids/files/", include("grids.meshfiles.urls")),
    path("grids/households/", include("grids.households.urls")),
    path("grids/posters/", include("grids.posters.urls")),
    path("grids/redrawing/", include("grids.redrawing.urls")),
    path("grids/", include("grids.mesh.urls")),
    path("reports/", include("grids.reports.urls")),
    path("my-grid/", include("grids.mesh.public.urls")),
]
