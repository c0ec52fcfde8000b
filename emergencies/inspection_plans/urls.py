"""Addresses of the procedure."""

from django.urls import path

from emergencies.inspection_plans import views

urlpatterns = [
    path("", views.list, name="inspection_plans_list"),
    path("create/", views.create, name="inspection_plans_create"),
    path("export/", views.export, name="inspection_plans_export"),
    path("<str:number>/", views.detail, name="inspection_plans_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="inspection_plans_take_step"),
]
