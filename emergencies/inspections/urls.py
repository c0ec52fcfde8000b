"""Addresses of the procedure."""

from django.urls import path

from emergencies.inspections import views

urlpatterns = [
    path("inspections/", views.list, name="inspections_list"),
    path("inspections/create/", views.create, name="inspections_create"),
    path("inspections/export/", views.export, name="inspections_export"),
    path("inspections/bulk/", views.bulk, name="inspections_bulk"),
    path("inspections/phone/", views.phone, name="inspections_phone"),
    path("inspections/sending/", views.sending, name="inspections_sending"),
    path("phone/inspection/", views.sheet, name="inspections_sheet"),
    path("inspections/<str:number>/", views.detail, name="inspections_detail"),
    path("inspections/<str:number>/proof/", views.proof, name="inspections_proof"),
    path("inspections/<str:number>/signer/", views.open_signer, name="inspections_signer"),
    path("inspections/<str:number>/record/", views.record, name="inspections_record"),
    path("inspections/<str:number>/<slug:step>/", views.take_step, name="inspections_take_step"),
]
