"""Addresses of the procedure."""

from django.urls import path

from emergencies.incident_reports import views

urlpatterns = [
    path("", views.list, name="incident_reports_list"),
    path("export/", views.export, name="incident_reports_export"),
    path("<str:number>/<int:serial>/", views.detail, name="incident_reports_detail"),
    path("<str:number>/<int:serial>/sign/", views.sign, name="incident_reports_sign"),
    path("<str:number>/<int:serial>/report.<slug:form>", views.paper, name="incident_reports_paper"),
]
