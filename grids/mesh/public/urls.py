"""Addresses of the public cards."""

from django.urls import path

from grids.mesh.public import views

urlpatterns = [
    path("", views.find_grid, name="find_grid"),
    path("<str:code>/", views.grid_notice, name="grid_notice"),
]
