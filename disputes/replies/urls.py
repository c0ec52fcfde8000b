"""Addresses of the standard replies."""

from django.urls import path

from disputes.replies import views

urlpatterns = [
    path("", views.list, name="replies_list"),
    path("create/", views.create, name="replies_create"),
    path("own/create/", views.create_own, name="replies_own_create"),
    path("own/<slug:code>/", views.edit_own, name="replies_own"),
    path("<slug:code>/", views.edit, name="replies_edit"),
]
