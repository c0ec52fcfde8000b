"""Addresses of the public list; those for programs stay."""

from django.urls import path

from disputes.matters.public import views

urlpatterns = [
    path("mediation-matters/", views.matters, name="matters"),
    path("mediation-matters/list.json", views.as_json, name="matters_json"),
    path("mediation-matters/list.csv", views.as_csv, name="matters_csv"),
    path("mediation-matters/<str:number>/", views.matter, name="matter"),
    path("mediation-matters/<str:number>/data.json", views.matter_json, name="matter_json"),
]
