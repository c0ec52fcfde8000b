"""Addresses of the notices."""

from django.urls import path

from grids.posters import views

urlpatterns = [
    path("<str:code>.pdf", views.grid, name="posters_grid"),
    path("village/<str:code>.pdf", views.village, name="posters_village"),
]
