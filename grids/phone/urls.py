"""Addresses of the procedure."""

from django.urls import path

from grids.phone import views

urlpatterns = [
    path("today/", views.today, name="phone_today"),
    path("phone/sending/", views.sending, name="phone_sending"),
    path("phone/leaving/", views.leaving, name="phone_leaving"),
    path("phone/report/", views.sheet, name="phone_sheet"),
    path("phone/offline/", views.offline, name="phone_offline"),
    path("manifest.webmanifest", views.manifest, name="phone_manifest"),
    path("service-worker.js", views.service_worker, name="phone_service_worker"),
]
