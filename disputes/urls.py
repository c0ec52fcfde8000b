"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("complaints/", include("disputes.complaints.urls")),
    path("consultations/", include("disputes.consultations.urls")),
    path("cohandling/", include("disputes.cohandling.urls")),
    path("mediation/", include("disputes.mediation.urls")),
    path("", include("disputes.complaints.public.urls")),
    path("", include("disputes.mediation.public.urls")),
]
