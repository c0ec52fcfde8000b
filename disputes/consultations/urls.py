"""Addresses of the procedure."""

from django.urls import path

from disputes.consultations import views

urlpatterns = [
    path("", views.list, name="consultations_list"),
    path("watch/", views.watch, name="consultations_watch"),
    path("<str:number>/", views.detail, name="consultations_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="consultations_take_step"),
]
