"""Addresses of the procedure."""

from django.urls import path

from emergencies.checklists import views

urlpatterns = [
    path("", views.list, name="checklists_list"),
    path("create/", views.create, name="checklists_create"),
    path("<int:pk>/", views.edit, name="checklists_edit"),
    path("<int:pk>/switch/", views.switch, name="checklists_switch"),
]
