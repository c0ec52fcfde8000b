"""Addresses of the procedure."""

from django.urls import path

from emergencies.stockpiles import views

urlpatterns = [
    path("", views.list, name="stockpiles_list"),
    path("create/", views.create, name="stockpiles_create"),
    path("export/", views.export, name="stockpiles_export"),
    path("overview/", views.overview, name="stockpiles_overview"),
    path("batches/", views.batches, name="stockpiles_batches"),
    path("warehouses/", views.warehouses, name="stockpiles_warehouses"),
    path("warehouses/create/", views.create_warehouse, name="stockpiles_warehouse_create"),
    path("warehouses/<int:pk>/", views.warehouse, name="stockpiles_warehouse"),
    path("<str:number>/", views.detail, name="stockpiles_detail"),
    path("<str:number>/book/", views.movements, name="stockpiles_book"),
    path("<str:number>/<slug:step>/", views.take_step, name="stockpiles_take_step"),
]
