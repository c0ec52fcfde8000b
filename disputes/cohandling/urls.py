"""Addresses of the procedure."""

from django.urls import path

from disputes.cohandling import views

urlpatterns = [
    path("", views.list, name="cohandling_list"),
    path("<str:number>/", views.detail, name="cohandling_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="cohandling_take_step"),
]
