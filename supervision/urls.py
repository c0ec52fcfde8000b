"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("dashboard/", include("supervision.indicators.urls")),
]
