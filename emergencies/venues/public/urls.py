"""Addresses of the pages for everyone."""

from django.urls import path

from emergencies.venues.public import views

urlpatterns = [path("safety/venues/", views.venues_published, name="venues_published")]
