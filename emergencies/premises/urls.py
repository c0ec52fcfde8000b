"""Addresses of the procedure."""

from django.urls import path

from emergencies.premises import views

urlpatterns = [
    path("", views.list, name="premises_list"),
    path("create/", views.create, name="premises_create"),
    path("export/", views.export, name="premises_export"),
    path("import/", views.bring_in, name="premises_import"),
    path("template.xlsx", views.template, name="premises_template"),
    path("<str:number>/", views.edit, name="premises_edit"),
]
