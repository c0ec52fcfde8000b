"""Addresses of the pages for everyone."""

from django.urls import path

from emergencies.drills.public import views

urlpatterns = [
    path("safety/drills/", views.drills_published, name="drills_published"),
    path("safety/drills/<str:key>.ics", views.feed, name="drills_feed"),
]
