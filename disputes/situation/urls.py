"""Addresses of the situation analysis."""

from django.urls import path

from disputes.situation import views

urlpatterns = [
    path("", views.situation, name="situation"),
    path("export/", views.export, name="situation_export"),
    path("methods/", views.methods, name="situation_methods"),
    path("methods/create/", views.create_method, name="situation_method_create"),
]
