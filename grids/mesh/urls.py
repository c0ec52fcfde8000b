"""Addresses of the register."""

from django.urls import path

from grids.mesh import views

urlpatterns = [
    path("", views.list, name="mesh_list"),
    path("create/", views.create, name="mesh_create"),
    path("export/", views.export, name="mesh_export"),
    path("usual-size/", views.usual_size, name="mesh_usual_size"),
    path("<str:code>/", views.detail, name="mesh_detail"),
    path("<str:code>/edit/", views.edit, name="mesh_edit"),
    path("<str:code>/assign/", views.assign, name="mesh_assign"),
    path("<str:code>/assignments/<int:pk>/end/", views.dismiss, name="mesh_dismiss"),
]
