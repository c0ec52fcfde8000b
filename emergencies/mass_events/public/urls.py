"""Addresses of the pages for everyone."""

from django.urls import path

from emergencies.mass_events.public import views

urlpatterns = [
    path("safety/events/", views.published, name="mass_events_published"),
    path("safety/events/apply/", views.apply, name="apply_mass_event"),
    path("safety/events/receipt/", views.receipt, name="mass_event_receipt"),
    path("safety/events/<str:number>/", views.tracked, name="mass_event_tracked"),
    path("safety/events/<str:number>/withdraw/", views.withdraw, name="withdraw_mass_event"),
    path("safety/events/<str:number>/supplement/", views.supplement, name="supplement_mass_event"),
    path("safety/events/<str:number>/report/", views.report, name="report_mass_event"),
]
