"""Addresses of the procedure."""

from django.urls import path

from emergencies.stocktakes import views

urlpatterns = [
    path("", views.list, name="stocktakes_list"),
    path("create/", views.create, name="stocktakes_create"),
    path("export/", views.export, name="stocktakes_export"),
    path("<str:number>/", views.detail, name="stocktakes_detail"),
    path("<str:number>/sheet/", views.sheet, name="stocktakes_sheet"),
    path("<str:number>/<slug:step>/", views.take_step, name="stocktakes_take_step"),
]
