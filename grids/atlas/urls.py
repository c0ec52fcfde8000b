"""Addresses of the tree and the map."""

from django.urls import path

from grids.atlas import views

urlpatterns = [
    path("tree/", views.tree, name="atlas_tree"),
    path("map/", views.atlas_map, name="atlas_map"),
]
