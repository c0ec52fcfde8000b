"""Addresses of the register's files."""

from django.urls import path

from grids.meshfiles import views

urlpatterns = [
    path("", views.list, name="meshfiles_list"),
    path("template/<slug:kind>.xlsx", views.template, name="meshfiles_template"),
    path("grids.geojson", views.geojson, name="meshfiles_geojson"),
    path("<int:pk>/", views.detail, name="meshfiles_detail"),
    path("<int:pk>/take/", views.take, name="meshfiles_take"),
    path("<int:pk>/faults/", views.faults, name="meshfiles_faults"),
    path("<int:pk>/original/", views.original, name="meshfiles_original"),
]
