"""Addresses of the stations' desk."""

from django.urls import path

from grids.stations import views

urlpatterns = [
    path("", views.desk, name="stations_desk"),
    path("figures/", views.figures, name="stations_figures"),
]
