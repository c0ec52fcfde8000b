"""Addresses of the procedure."""

from django.urls import path

from emergencies.intakes import views

urlpatterns = [
    path("", views.list, name="intakes_list"),
    path("create/", views.create, name="intakes_create"),
    path("template.xlsx", views.template, name="intakes_template"),
    path("export/", views.export, name="intakes_export"),
    path("<str:number>/", views.detail, name="intakes_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="intakes_take_step"),
]
