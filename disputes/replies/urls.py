"""Addresses of the standard replies."""

from django.urls import path

from disputes.replies import views

urlpatterns = [
    path("", views.list, name="replies_list"),
    path("create/", views.create, name="replies_create"),
    path("<slug:code>/", views.edit, name="replies_edit"),
]
