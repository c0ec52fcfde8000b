"""Addresses of the procedure."""

from django.urls import path

from disputes.diversion import views

urlpatterns = [
    path("", views.list, name="diversion_list"),
    path("export/", views.export, name="diversion_export"),
    path("of/<str:number>/", views.create, name="diversion_create"),
    path("<str:number>/", views.detail, name="diversion_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="diversion_take_step"),
]
