"""Addresses of the tools."""

from django.urls import path

from governance.web.tools import views

urlpatterns = [path("limits/", views.limit_calculator, name="limit_calculator")]
