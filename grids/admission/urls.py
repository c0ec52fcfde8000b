"""Addresses of the procedure."""

from django.urls import path

from grids.admission import views

urlpatterns = [
    path("", views.list, name="admission_list"),
    path("create/", views.create, name="admission_create"),
    path("duties/", views.own_duties, name="admission_duties"),
    path("duties/create/", views.own_duty_create, name="admission_duty_create"),
    path("duties/<int:pk>/", views.own_duty, name="admission_duty"),
    path("export/", views.export, name="admission_export"),
    path("<str:number>/", views.detail, name="admission_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="admission_take_step"),
]
