"""Addresses of the criteria."""

from django.urls import path

from disputes.colours import views

urlpatterns = [
    path("", views.list, name="colours"),
    path("publish/", views.publish, name="colours_publish"),
]
