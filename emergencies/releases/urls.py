"""Addresses of the procedure."""

from django.urls import path

from emergencies.releases import views

urlpatterns = [
    path("", views.list, name="releases_list"),
    path("create/", views.create, name="releases_create"),
    path("export/", views.export, name="releases_export"),
    path("<str:number>/", views.detail, name="releases_detail"),
    path("<str:number>/paper/", views.paper, name="releases_paper"),
    path("<str:number>/<slug:step>/", views.take_step, name="releases_take_step"),
]
