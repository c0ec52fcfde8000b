"""Addresses of the procedure."""

from django.urls import path

from supervision.honours import views

urlpatterns = [
    path("", views.list, name="honours_list"),
    path("create/", views.create, name="honours_create"),
    path("export/", views.export, name="honours_export"),
    path("<str:number>/", views.detail, name="honours_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="honours_take_step"),
]
