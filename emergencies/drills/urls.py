"""Addresses of the procedure; the public one stands beside the public page."""

from django.urls import path

from emergencies.drills import views

urlpatterns = [
    path("", views.list, name="drills_list"),
    path("export/", views.export, name="drills_export"),
    path("bulk/", views.bulk, name="drills_bulk"),
    path("calendar/", views.calendar, name="drills_calendar"),
    path("calendar/subscribe/", views.subscribe, name="drills_subscribe"),
    path("<str:number>/", views.detail, name="drills_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="drills_take_step"),
]
