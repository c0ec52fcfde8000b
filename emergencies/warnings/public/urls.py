"""Addresses of the pages for everyone, of the feeds and of the CAP messages."""

from django.urls import path

from emergencies.warnings.public import views

urlpatterns = [
    path("warnings/", views.published, name="warnings_published"),
    path("warnings/here/", views.choose_place, name="warnings_here"),
    path("warnings/feed/", views.feed, name="warnings_feed"),
    path("warnings/cap/", views.cap_index, name="warnings_cap"),
    path("warnings/cap/<str:identifier>.xml", views.cap_message, name="warnings_cap_message"),
    path("warnings/<str:number>/", views.published_one, name="warning_published"),
]
