"""Addresses of the procedure; the public ones stand beside the public pages."""

from django.urls import path

from emergencies.mass_events import views

urlpatterns = [
    path("", views.list, name="mass_events_list"),
    path("export/", views.export, name="mass_events_export"),
    path("<str:number>/", views.detail, name="mass_events_detail"),
    path("<str:number>/contact/", views.open_contact, name="mass_events_contact"),
    path("<str:number>/paper.<slug:form>", views.paper, name="mass_events_paper"),
    path("<str:number>/<slug:step>/", views.take_step, name="mass_events_take_step"),
]
