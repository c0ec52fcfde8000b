"""Addresses of the catalogue of reserves."""

from django.urls import path

from emergencies.catalogue import views

urlpatterns = [
    path("", views.list, name="catalogue_list"),
    path("create/", views.create, name="catalogue_create"),
    path("export/", views.export, name="catalogue_export"),
    path("<slug:code>/", views.edit, name="catalogue_edit"),
]
