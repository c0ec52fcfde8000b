"""Addresses of the person's pages."""

from django.urls import path

from disputes.care.public import views

urlpatterns = [
    path("help-me/", views.ask, name="ask_for_care"),
    path("help-me/receipt/", views.receipt, name="care_receipt"),
    path("help-me/<str:number>/", views.tracked, name="care_tracked"),
    path("help-me/<str:number>/revoke/", views.revoke, name="revoke_care"),
    path("help-me/<str:number>/rate/", views.rate, name="rate_care"),
]
