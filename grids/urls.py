"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("grids/", include("grids.mesh.urls")),
    path("reports/", include("grids.reports.urls")),
    path("patrols/", include("grids.patrols.urls")),
    path("diary/", include("grids.diary.urls")),
    path("my-grid/", include("grids.mesh.public.urls")),
]
