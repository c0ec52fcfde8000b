"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("admission/", include("grids.admission.urls")),
    path("funding/", include("grids.funding.urls")),
    path("grid-duties/", include("grids.admission.public.urls")),
    path("grids/", include("grids.atlas.urls")),
    path("grids/files/", include("grids.meshfiles.urls")),
    path("grids/households/", include("grids.households.urls")),
    path("grids/posters/", include("grids.posters.urls")),
    path("grids/redrawing/", include("grids.redrawing.urls")),
    path("grids/", include("grids.mesh.urls")),
    path("performance/", include("grids.performance.urls")),
    path("reports/kinds/", include("grids.kinds.urls")),
    path("reports/", include("grids.reports.urls")),
    path("patrols/", include("grids.patrols.urls")),
    path("diary/", include("grids.diary.urls")),
    path("", include("grids.phone.urls")),
    path("stations/", include("grids.stations.urls")),
    path("my-grid/", include("grids.mesh.public.urls")),
    path("deliberation/", include("grids.deliberation.urls")),
    path("deliberate/", include("grids.deliberation.public.urls")),
    path("organisations/", include("grids.organisations.urls")),
    path("volunteering/", include("grids.volunteering.urls")),
    path("volunteer/", include("grids.volunteering.public.urls")),
    path("activities/", include("grids.community.urls")),
    path("community/directory/", include("grids.organisations.public.urls")),
    path("community/", include("grids.community.public.urls")),
]
