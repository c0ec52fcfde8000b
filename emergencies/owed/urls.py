"""Addresses of what is owed."""

from django.urls import path

from emergencies.owed import views

urlpatterns = [
    path("", views.owed, name="owed"),
    path("sites/", views.sites, name="owed_sites"),
    path("sites/<str:number>/", views.site, name="owed_site"),
]
