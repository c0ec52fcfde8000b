"""Addresses of what is shown to everyone."""

from django.urls import path

from disputes.openness import views

urlpatterns = [
    path("", views.published, name="published_complaints"),
    path("map/", views.published_map, name="published_map"),
]
