"""Addresses of the staff's pages."""

from django.urls import path

from grids.deliberation import views

urlpatterns = [
    path("", views.list, name="deliberation_list"),
    path("create/", views.create, name="deliberation_create"),
    path("export/", views.export, name="deliberation_export"),
    path("<str:number>/", views.detail, name="deliberation_detail"),
    path("<str:number>/names/", views.open_names, name="deliberation_names"),
    path("<str:number>/<slug:step>/", views.take_step, name="deliberation_take_step"),
]
