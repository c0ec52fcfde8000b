"""The public list of duties."""

from django.urls import path

from grids.admission.public import views

urlpatterns = [
    path("", views.duties, name="grid_duties"),
    path("list/", views.download_list, name="grid_duties_download"),
]
