"""Addresses of the sheets of venues."""

from django.urls import path

from emergencies.venuefiles import views

urlpatterns = [
    path("", views.list, name="venuefiles_list"),
    path("template.xlsx", views.template, name="venuefiles_template"),
    path("<int:pk>/", views.detail, name="venuefiles_detail"),
    path("<int:pk>/take/", views.take, name="venuefiles_take"),
    path("<int:pk>/faults/", views.faults, name="venuefiles_faults"),
    path("<int:pk>/original/", views.original, name="venuefiles_original"),
]
