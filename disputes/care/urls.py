"""Addresses of the procedure; the public ones stand beside the public pages."""

from django.urls import path

from disputes.care import views

urlpatterns = [
    path("", views.list, name="care_list"),
    path("create/", views.create, name="care_create"),
    path("registered/", views.registered, name="care_registered"),
    path("export/", views.export, name="care_export"),
    path("bulk/", views.bulk, name="care_bulk"),
    path("figures/", views.figures, name="care_figures"),
    path("providers/", views.providers, name="care_providers"),
    path("providers/create/", views.provider_create, name="care_provider_create"),
    path("providers/<int:pk>/", views.provider_edit, name="care_provider_edit"),
    path("services/", views.needs, name="care_needs"),
    path("services/create/", views.need_create, name="care_need_create"),
    path("services/<int:pk>/", views.need_edit, name="care_need_edit"),
    path("<str:number>/", views.detail, name="care_detail"),
    path("<str:number>/facts/", views.open_facts, name="care_facts"),
    path("<str:number>/consent/", views.open_scan, name="care_scan"),
    path("<str:number>/<slug:step>/", views.take_step, name="care_take_step"),
]
