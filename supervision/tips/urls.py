"""Addresses of the procedure; the public ones stand beside the public pages."""

from django.urls import path

from supervision.tips import views

urlpatterns = [
    path("", views.list, name="tips_list"),
    path("export/", views.export, name="tips_export"),
    path("<str:number>/", views.detail, name="tips_detail"),
    path("<str:number>/contact/", views.open_contact, name="tips_contact"),
    path("<str:number>/<slug:step>/", views.take_step, name="tips_take_step"),
]
