"""Addresses of the villages' households."""

from django.urls import path

from grids.households import views

urlpatterns = [
    path("", views.list, name="households_list"),
    path("export/", views.export, name="households_export"),
    path("<str:code>/", views.edit, name="households_edit"),
]
