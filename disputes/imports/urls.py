"""Addresses of the imports."""

from django.urls import path

from disputes.imports import views

urlpatterns = [
    path("", views.list, name="imports_list"),
    path("template/", views.template, name="imports_template"),
    path("<int:pk>/", views.detail, name="imports_detail"),
    path("<int:pk>/take/", views.take, name="imports_take"),
    path("<int:pk>/faults/", views.faults, name="imports_faults"),
    path("<int:pk>/original/", views.original, name="imports_original"),
    path("<int:pk>/results/", views.results, name="imports_results"),
]
