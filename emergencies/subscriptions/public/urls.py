"""Addresses of the pages for everyone."""

from django.urls import path

from emergencies.subscriptions.public import views

urlpatterns = [
    path("warnings/subscribe/", views.subscribe, name="subscribe_warnings"),
    path("warnings/subscribe/<str:key>/", views.enter_code, name="enter_warnings_code"),
    path("warnings/subscription/<str:key>/", views.own, name="own_warnings_subscription"),
    path("warnings/subscription/<str:key>/end/", views.end_at_once, name="end_warnings_at_once"),
]
