"""Addresses of the procedure."""

from django.urls import path

from emergencies.plans import views

urlpatterns = [
    path("", views.list, name="plans_list"),
    path("create/", views.create, name="plans_create"),
    path("export/", views.export, name="plans_export"),
    path("missing/", views.missing, name="plans_missing"),
    path("bulk/", views.bulk, name="plans_bulk"),
    path("<str:number>/", views.detail, name="plans_detail"),
    path("<str:number>/contacts/", views.open_contacts, name="plans_contacts"),
    path("<str:number>/filing/<slug:form>/", views.filing, name="plans_filing"),
    path("<str:number>/<slug:step>/", views.take_step, name="plans_take_step"),
]
