"""Addresses of 我也遇到."""

from django.urls import path

from disputes.following.public import views

urlpatterns = [path("file/same/<str:token>/", views.same, name="follow_same")]
