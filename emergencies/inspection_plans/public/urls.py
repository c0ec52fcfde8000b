"""Addresses of the pages for everyone."""

from django.urls import path

from emergencies.inspection_plans.public import views

urlpatterns = [
    path("safety/inspections/", views.inspection_plans_published, name="inspection_plans_published"),
    path("safety/inspections/<str:number>/", views.inspection_plan_published, name="inspection_plan_published"),
    path("safety/inspections/<str:number>/pool/", views.inspection_plan_pool, name="inspection_plan_pool"),
]
