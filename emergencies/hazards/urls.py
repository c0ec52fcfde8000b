"""Addresses of the procedure."""

from django.urls import path

from emergencies.hazards import views

urlpatterns = [
    path("", views.list, name="hazards_list"),
    path("create/", views.create, name="hazards_create"),
    path("map/", views.map, name="hazards_map"),
    path("export/", views.export, name="hazards_export"),
    path("bulk/", views.bulk, name="hazards_bulk"),
    path("<str:number>/", views.detail, name="hazards_detail"),
    path("<str:number>/reporter/", views.open_contact, name="hazards_contact"),
    path("<str:number>/<slug:step>/", views.take_step, name="hazards_take_step"),
]
