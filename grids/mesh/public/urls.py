"""Addresses of the public cards. That of a card stands on notices that hang on walls for years: it never changes."""

from django.urls import path

from grids.mesh.public import views

urlpatterns = [
    path("", views.find_grid, name="find_grid"),
    path("here/", views.grid_here, name="grid_here"),
    path("<str:code>/", views.grid_card, name="grid_card"),
    path("<str:code>/notice/", views.grid_notice, name="grid_notice"),
]
