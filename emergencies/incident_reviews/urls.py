"""Addresses of the procedure."""

from django.urls import path

from emergencies.incident_reviews import views

urlpatterns = [
    path("", views.list, name="incident_reviews_list"),
    path("export/", views.export, name="incident_reviews_export"),
    path("bulk/", views.bulk, name="incident_reviews_bulk"),
    path("<str:number>/", views.detail, name="incident_reviews_detail"),
    path("<str:number>/review.<slug:form>", views.paper, name="incident_reviews_paper"),
    path("<str:number>/<slug:step>/", views.take_step, name="incident_reviews_take_step"),
]
