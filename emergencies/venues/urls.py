"""Addresses of the procedure."""

from django.urls import path

from emergencies.venues import views

urlpatterns = [
    path("", views.list, name="venues_list"),
    path("create/", views.create, name="venues_create"),
    path("export/", views.export, name="venues_export"),
    path("map/", views.venue_map, name="venues_map"),
    path("bulk/", views.bulk, name="venues_bulk"),
    path("<str:number>/", views.detail, name="venues_detail"),
    path("<str:number>/checklist/", views.checklist, name="venues_checklist"),
    path("<str:number>/<slug:step>/", views.take_step, name="venues_take_step"),
]
