"""Addresses of the public directory."""

from django.urls import path

from grids.organisations.public import views

urlpatterns = [path("", views.directory, name="directory")]
