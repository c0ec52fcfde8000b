"""Addresses of the copy of one's own data."""

from django.urls import path

from disputes.retention.public import views

urlpatterns = [path("track/<str:number>/my-data/", views.my_data, name="my_data")]
