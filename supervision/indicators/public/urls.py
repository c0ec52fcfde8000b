"""Addresses of the open data."""

from django.urls import path

from supervision.indicators.public import views

urlpatterns = [
    path("", views.open_data, name="open_data"),
    path("figures.json", views.open_data_json, name="open_data_json"),
    path("export/", views.open_data_export, name="open_data_export"),
]
