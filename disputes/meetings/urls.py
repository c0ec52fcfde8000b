"""Addresses of the procedure."""

from django.urls import path

from disputes.meetings import views

urlpatterns = [
    path("", views.list, name="meetings_list"),
    path("create/", views.create, name="meetings_create"),
    path("export/", views.export, name="meetings_export"),
    path("<str:number>/", views.detail, name="meetings_detail"),
    path("<str:number>/<slug:kind>.<slug:form>", views.paper, name="meetings_paper"),
    path("<str:number>/<slug:step>/", views.take_step, name="meetings_take_step"),
]
