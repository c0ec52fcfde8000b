"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("venues/", include("emergencies.venues.urls")),
    path("drills/", include("emergencies.drills.urls")),
    path("standards/", include("emergencies.standards.urls")),
    path("", include("emergencies.drills.public.urls")),
]
