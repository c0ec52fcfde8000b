"""Addresses of the procedure."""

from django.urls import path

from supervision.listing import views

urlpatterns = [path("<str:number>/stages/", views.stages, name="listing_stages")]
