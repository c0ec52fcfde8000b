"""Addresses of the auditors' pages."""

from django.urls import path

from governance.web.audit import views

urlpatterns = [
    path("", views.events, name="audit_events"),
    path("export/", views.export, name="audit_export"),
    path("exports/", views.exports, name="audit_exports"),
    path("key/", views.key, name="audit_key"),
    path("<slug:procedure>/<str:number>/", views.case, name="audit_case"),
]
