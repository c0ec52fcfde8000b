"""Addresses of the procedure."""

from django.urls import path

from supervision.recommendations import views

urlpatterns = [
    path("", views.list, name="recommendations_list"),
    path("create/", views.create, name="recommendations_create"),
    path("record/", views.record, name="recommendations_record"),
    path("export/", views.export, name="recommendations_export"),
    path("bulk/", views.bulk, name="recommendations_bulk"),
    path("<str:number>/", views.detail, name="recommendations_detail"),
    path("<str:number>/<slug:kind>.<slug:form>", views.paper, name="recommendations_paper"),
    path("<str:number>/<slug:step>/", views.take_step, name="recommendations_take_step"),
]
