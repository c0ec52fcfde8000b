"""Addresses of tracking; the page of a case stands with its procedure."""

from django.urls import path

from governance.web.tracking import views

urlpatterns = [
    path("", views.track, name="track"),
    path("leave/", views.leave, name="leave_tracking"),
]
