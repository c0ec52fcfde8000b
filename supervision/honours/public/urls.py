"""Addresses of what is public about honours."""

from django.urls import path

from supervision.honours.public import views

urlpatterns = [
    path("", views.publicity, name="honours_publicity"),
    path("<str:number>/object/", views.object_to, name="honours_object"),
]
