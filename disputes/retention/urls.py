"""Addresses of the retention of contact data."""

from django.urls import path

from disputes.retention import views

urlpatterns = [path("", views.overview, name="retention")]
