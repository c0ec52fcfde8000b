"""Addresses of the procedure."""

from django.urls import path

from grids.reports import views

urlpatterns = [
    path("", views.list, name="reports_list"),
    path("create/", views.create, name="reports_create"),
    path("export/", views.export, name="reports_export"),
    path("bulk/", views.bulk, name="reports_bulk"),
    path("<str:number>/", views.detail, name="reports_detail"),
    path("<str:number>/contact/", views.open_contact, name="reports_contact"),
    path("<str:number>/<slug:step>/", views.take_step, name="reports_take_step"),
]
