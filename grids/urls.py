"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("grids/", include("grids.mesh.urls")),
    path("reports/", include("grids.reports.urls")),
    path("", include("grids.phone.urls")),
    path("my-grid/", include("grids.mesh.public.urls")),
]
