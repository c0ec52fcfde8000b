"""Addresses of the procedure; the public ones stand beside the public pages."""

from django.urls import path

from supervision.oversight import views

urlpatterns = [
    path("", views.list, name="oversight_list"),
    path("create/", views.create, name="oversight_create"),
    path("export/", views.export, name="oversight_export"),
    path("bulk/", views.bulk, name="oversight_bulk"),
    path("<str:number>/", views.detail, name="oversight_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="oversight_take_step"),
]
