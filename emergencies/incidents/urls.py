"""Addresses of the procedure."""

from django.urls import path

from emergencies.incidents import views

urlpatterns = [
    path("", views.list, name="incidents_list"),
    path("create/", views.create, name="incidents_create"),
    path("map/", views.map, name="incidents_map"),
    path("grades/", views.grades, name="incidents_grades"),
    path("export/", views.export, name="incidents_export"),
    path("bulk/", views.bulk, name="incidents_bulk"),
    path("<str:number>/", views.detail, name="incidents_detail"),
    path("<str:number>/reporter/", views.open_contact, name="incidents_contact"),
    path("<str:number>/<slug:step>/", views.take_step, name="incidents_take_step"),
]
