"""Addresses of the procedure; the public ones stand beside the public pages."""

from django.urls import path

from supervision.reviews import views

urlpatterns = [
    path("", views.list, name="reviews_list"),
    path("create/", views.create, name="reviews_create"),
    path("export/", views.export, name="reviews_export"),
    path("<str:number>/", views.detail, name="reviews_detail"),
    path("<str:number>/record.<slug:form>", views.record, name="reviews_record"),
    path("<str:number>/<slug:step>/", views.take_step, name="reviews_take_step"),
]
