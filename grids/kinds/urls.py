"""Addresses of the kinds."""

from django.urls import path

from grids.kinds import views

urlpatterns = [
    path("", views.list, name="kinds_list"),
    path("create/", views.create, name="kinds_create"),
    path("<slug:code>/", views.edit, name="kinds_edit"),
    path("<slug:code>/switch/", views.switch, name="kinds_switch"),
]
