"""Addresses of the procedure."""

from django.urls import path

from grids.diary import views

urlpatterns = [
    path("", views.list, name="diary_list"),
    path("create/", views.create, name="diary_create"),
    path("export/", views.export, name="diary_export"),
    path("bulk/", views.bulk, name="diary_bulk"),
    path("month/", views.month, name="diary_month"),
    path("owed/", views.owed, name="diary_owed"),
    path("counts/", views.counts, name="diary_counts"),
    path("<str:number>/", views.detail, name="diary_detail"),
    path("<str:number>/contact/", views.open_contact, name="diary_contact"),
    path("<str:number>/<slug:step>/", views.take_step, name="diary_take_step"),
]
