"""Addresses of the procedure; the public ones stand beside the public pages."""

from django.urls import path

from disputes.complaints import views

urlpatterns = [
    path("", views.list, name="complaints_list"),
    path("create/", views.create, name="complaints_create"),
    path("filed/", views.filed, name="complaints_filed"),
    path("export/", views.export, name="complaints_export"),
    path("bulk/", views.bulk, name="complaints_bulk"),
    path("catalogue/", views.catalogue, name="complaints_catalogue"),
    path("catalogue/<slug:code>/", views.category, name="complaints_category"),
    path("<str:number>/", views.detail, name="complaints_detail"),
    path("<str:number>/print/", views.print_out, name="complaints_print"),
    path("<str:number>/reporter/", views.open_contact, name="complaints_contact"),
    path("<str:number>/<slug:step>/", views.take_step, name="complaints_take_step"),
]
