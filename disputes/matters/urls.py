"""Addresses of the pages of body and justice bureau."""

from django.urls import path

from disputes.matters import views

urlpatterns = [
    path("", views.list, name="matters_list"),
    path("create/", views.create, name="matters_create"),
    path("export/", views.export, name="matters_export"),
    path("<str:number>/", views.detail, name="matters_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="matters_take_step"),
]
