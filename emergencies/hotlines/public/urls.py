"""Addresses of the interface, with or without a slash at the end."""

from django.urls import re_path

from emergencies.hotlines.public import views

urlpatterns = [
    re_path(r"^hotlines/v1/incidents/?$", views.incidents, name="hotlines_incidents"),
    re_path(r"^hotlines/v1/incidents/(?P<number>[A-Za-z0-9._/-]+?)/?$", views.incident, name="hotlines_incident"),
]
