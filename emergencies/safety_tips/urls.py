"""Addresses of the procedure."""

from django.urls import path

from emergencies.safety_tips import views

urlpatterns = [
    path("", views.list, name="safety_tips_list"),
    path("export/", views.export, name="safety_tips_export"),
    path("<str:number>/", views.detail, name="safety_tips_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="safety_tips_take_step"),
]
