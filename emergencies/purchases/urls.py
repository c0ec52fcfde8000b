"""Addresses of the procedure."""

from django.urls import path

from emergencies.purchases import views

urlpatterns = [
    path("", views.list, name="purchases_list"),
    path("create/", views.create, name="purchases_create"),
    path("export/", views.export, name="purchases_export"),
    path("<str:number>/", views.detail, name="purchases_detail"),
    path("<str:number>/lines/", views.lines, name="purchases_lines"),
    path("<str:number>/<slug:step>/", views.take_step, name="purchases_take_step"),
]
