"""Addresses of the procedure."""

from django.urls import path

from disputes.resolutions import views

urlpatterns = [
    path("", views.list, name="resolutions_list"),
    path("export/", views.export, name="resolutions_export"),
    path("bulk/", views.bulk, name="resolutions_bulk"),
    path("<str:number>/", views.detail, name="resolutions_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="resolutions_take_step"),
]
