"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("grids/", include("grids.mesh.urls")),
    path("reports/kinds/", include("grids.kinds.urls")),
    path("reports/", include("grids.reports.urls")),
    path("", include("grids.phone.urls")),
    path("stations/", include("grids.stations.urls")),
    path("my-grid/", include("grids.mesh.public.urls")),
]
