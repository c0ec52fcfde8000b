"""Addresses of the public channel."""

from django.urls import path

from emergencies.incidents.public import views

urlpatterns = [
    path("report-incident/", views.report, name="report_incident"),
    path("report-incident/receipt/", views.receipt, name="incident_receipt"),
    path("report-incident/<str:number>/", views.tracked, name="incident_tracked"),
    path("report-incident/<str:number>/withdraw/", views.withdraw, name="withdraw_incident"),
]
