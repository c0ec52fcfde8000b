"""Addresses of the procedure."""

from django.urls import path

from supervision.orders import views

urlpatterns = [
    path("", views.list, name="orders_list"),
    path("export/", views.export, name="orders_export"),
    path("<str:number>/", views.detail, name="orders_detail"),
    path("<str:number>/draft/", views.draft, name="orders_draft"),
    path("<str:number>/print/", views.print_out, name="orders_print"),
    path("<str:number>/<slug:step>/", views.take_step, name="orders_take_step"),
]
