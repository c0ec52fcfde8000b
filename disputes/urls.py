"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("complaints/", include("disputes.complaints.urls")),
    path("", include("disputes.complaints.public.urls")),
]
