"""Addresses of the procedure."""

from django.urls import path

from disputes.stability import views

urlpatterns = [
    path("", views.list, name="stability_list"),
    path("create/", views.create, name="stability_create"),
    path("export/", views.export, name="stability_export"),
    path("bulk/", views.bulk, name="stability_bulk"),
    path("standards/", views.standards, name="stability_standards"),
    path("standards/create/", views.create_standard, name="stability_standard_create"),
    path("<str:number>/", views.detail, name="stability_detail"),
    path("<str:number>/report.<slug:form>", views.paper, name="stability_paper"),
    path("<str:number>/<slug:step>/", views.take_step, name="stability_take_step"),
]
