"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("venues/", include("emergencies.venues.urls")),
    path("drills/", include("emergencies.drills.urls")),
    path("standards/", include("emergencies.standards.urls")),
    path("owed/", include("emergencies.owed.urls")),
    path("mass-events/", include("emergencies.mass_events.urls")),
    path("", include("emergencies.drills.public.urls")),
    path("", include("emergencies.mass_events.public.urls")),
]
