"""Addresses of the procedure; the public ones stand beside the public pages."""

from django.urls import path

from disputes.mediation import views

urlpatterns = [
    path("", views.list, name="mediation_list"),
    path("create/", views.create, name="mediation_create"),
    path("registered/", views.registered, name="mediation_registered"),
    path("figures/", views.figures, name="mediation_figures"),
    path("export/", views.export, name="mediation_export"),
    path("bulk/", views.bulk, name="mediation_bulk"),
    path("<str:number>/", views.detail, name="mediation_detail"),
    path("<str:number>/parties/", views.open_parties, name="mediation_parties"),
    path("<str:number>/<slug:step>/", views.take_step, name="mediation_take_step"),
]
