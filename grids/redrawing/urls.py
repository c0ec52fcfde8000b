"""Addresses of the redrawings."""

from django.urls import path

from grids.redrawing import views

urlpatterns = [
    path("", views.list, name="redrawing_list"),
    path("<str:code>/split/", views.split, name="redrawing_split"),
    path("<str:code>/merge/", views.merge, name="redrawing_merge"),
    path("<str:code>/close/", views.close, name="redrawing_close"),
]
