"""Addresses of the procedure."""

from django.urls import path

from emergencies.danger_sources import views

urlpatterns = [
    path("", views.list, name="danger_sources_list"),
    path("create/", views.create, name="danger_sources_create"),
    path("map/", views.map, name="danger_sources_map"),
    path("export/", views.export, name="danger_sources_export"),
    path("bulk/", views.bulk, name="danger_sources_bulk"),
    path("<str:number>/", views.detail, name="danger_sources_detail"),
    path("<str:number>/filing/<slug:form>/", views.filing, name="danger_sources_filing"),
    path("<str:number>/<slug:step>/", views.take_step, name="danger_sources_take_step"),
]
