"""Addresses of the dashboard."""

from django.urls import path

from supervision.indicators import views

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("<str:code>/", views.dashboard, name="dashboard_place"),
]
