"""Addresses of the procedure."""

from django.urls import path

from supervision.orders import views

urlpatterns = [
    path("", views.list, name="orders_list"),
    path("export/", views.export, name="orders_export"),
    path("<str:number>/", views.detail, name="orders_detail"),
    path("<str:number>/draft/", views.draft, name="orders_draft"),
    path("<str:number>/print/", views.print_out, name="orders_print"),
    path("<str:number>/notice.<slug:form>", views.notice, name="orders_notice"),
    path("<str:number>/receipt.<slug:form>", views.receipt, name="orders_receipt"),
    path("<str:number>/recheck/", views.recheck, name="orders_recheck"),
    path("<str:number>/<slug:step>/", views.take_step, name="orders_take_step"),
]
