"""Addresses of the procedure."""

from django.urls import path

from disputes.searches import views

urlpatterns = [
    path("", views.list, name="searches_list"),
    path("export/", views.export, name="searches_export"),
    path("bulk/", views.bulk, name="searches_bulk"),
    path("rounds/", views.rounds, name="searches_rounds"),
    path("rounds/call/", views.create, name="searches_create"),
    path("rounds/<str:number>/", views.round_detail, name="searches_round"),
    path("rounds/<str:number>/remind/", views.remind, name="searches_remind"),
    path("rounds/<str:number>/repeat/", views.repeat, name="searches_repeat"),
    path("periods/", views.periods, name="searches_periods"),
    path("periods/create/", views.period_create, name="searches_period_create"),
    path("periods/<int:pk>/", views.period_edit, name="searches_period_edit"),
    path("<str:number>/", views.detail, name="searches_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="searches_take_step"),
]
