"""Addresses of the keepers' pages."""

from django.urls import path

from disputes.mediators import views

urlpatterns = [
    path("", views.list, name="mediators_list"),
    path("create/", views.create, name="mediators_create"),
    path("export/", views.export, name="mediators_export"),
    path("people/", views.people, name="mediators_people"),
    path("people/export/", views.export_people, name="mediators_people_export"),
    path("people/import/", views.import_people, name="mediators_import"),
    path("people/import/template/", views.template, name="mediators_template"),
    path("workload/", views.workload, name="mediators_workload"),
    path("choice/<str:number>/", views.choice, name="mediators_choice"),
    path("<str:number>/", views.detail, name="mediators_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="mediators_take_step"),
]
