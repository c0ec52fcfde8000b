"""Addresses of what is published about supervision."""

from django.urls import path

from supervision.orders.public import views

urlpatterns = [path("", views.published_supervision, name="published_supervision")]
