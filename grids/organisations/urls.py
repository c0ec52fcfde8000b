"""Addresses of the keepers' pages."""

from django.urls import path

from grids.organisations import views

urlpatterns = [
    path("", views.list, name="organisations_list"),
    path("create/", views.create, name="organisations_create"),
    path("export/", views.export, name="organisations_export"),
    path("<str:number>/", views.detail, name="organisations_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="organisations_take_step"),
]
