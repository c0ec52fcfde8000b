"""Addresses of the party's pages."""

from django.urls import path

from disputes.mediation.public import views

urlpatterns = [
    path("mediate/", views.apply, name="apply_mediation"),
    path("mediate/receipt/", views.receipt, name="mediation_receipt"),
    path("mediate/<str:number>/", views.tracked, name="mediation_tracked"),
    path("mediate/<str:number>/withdraw/", views.withdraw, name="withdraw_mediation"),
]
