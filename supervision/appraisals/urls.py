"""Addresses of the procedure."""

from django.urls import path

from supervision.appraisals import views

urlpatterns = [
    path("", views.list, name="appraisals_list"),
    path("export/", views.export, name="appraisals_export"),
    path("<str:number>/", views.detail, name="appraisals_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="appraisals_take_step"),
]
