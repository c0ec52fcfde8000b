"""Addresses of the keepers' pages."""

from django.urls import path

from grids.volunteering import views

urlpatterns = [
    path("", views.list, name="volunteering_list"),
    path("create/", views.create, name="volunteering_create"),
    path("export/", views.export, name="volunteering_export"),
    path("bulk/", views.bulk, name="volunteering_bulk"),
    path("<str:number>/", views.detail, name="volunteering_detail"),
    path("<str:number>/contacts/", views.open_contacts, name="volunteering_contacts"),
    path("<str:number>/<slug:step>/", views.take_step, name="volunteering_take_step"),
]
