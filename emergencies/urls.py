"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("venues/", include("emergencies.venues.urls")),
    path("drills/", include("emergencies.drills.urls")),
    path("hazards/", include("emergencies.hazards.urls")),
    path("standards/", include("emergencies.standards.urls")),
    path("", include("emergencies.drills.public.urls")),
]
