"""Addresses of the procedure."""

from django.urls import path

from grids.funding import views

urlpatterns = [
    path("", views.list, name="funding_list"),
    path("export/", views.export, name="funding_export"),
    path("bulk/", views.bulk, name="funding_bulk"),
    path("<str:number>/", views.detail, name="funding_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="funding_take_step"),
]
