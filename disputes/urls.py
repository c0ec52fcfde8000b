"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("complaints/replies/", include("disputes.replies.urls")),
    path("complaints/", include("disputes.complaints.urls")),
    path("mediation/", include("disputes.mediation.urls")),
    path("", include("disputes.complaints.public.urls")),
    path("", include("disputes.mediation.public.urls")),
]
