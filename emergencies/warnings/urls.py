"""Addresses of the procedure; the public ones stand beside the public pages."""

from django.urls import path

from emergencies.warnings import views

urlpatterns = [
    path("", views.list, name="warnings_list"),
    path("export/", views.export, name="warnings_export"),
    path("create/<slug:sort>/", views.create, name="warnings_create"),
    path("kinds/", views.kinds, name="warnings_kinds"),
    path("kinds/<slug:code>/", views.kind, name="warnings_kind"),
    path("<str:number>/", views.detail, name="warnings_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="warnings_take_step"),
]
