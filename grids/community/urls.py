"""Addresses of the keepers' pages."""

from django.urls import path

from grids.community import views

urlpatterns = [
    path("", views.list, name="community_list"),
    path("create/", views.create, name="community_create"),
    path("export/", views.export, name="community_export"),
    path("bulk/", views.bulk, name="community_bulk"),
    path("<str:number>/", views.detail, name="community_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="community_take_step"),
]
