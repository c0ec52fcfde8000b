"""Addresses of the public channel."""

from django.urls import path

from emergencies.hazards.public import views

urlpatterns = [
    path("report-hazard/", views.report, name="report_hazard"),
    path("report-hazard/receipt/", views.receipt, name="hazard_receipt"),
    path("report-hazard/<str:number>/", views.tracked, name="hazard_tracked"),
    path("report-hazard/<str:number>/withdraw/", views.withdraw, name="withdraw_hazard"),
    path("listed-hazards/", views.published, name="listed_hazards"),
]
