"""Addresses of the in-box and of the outbox."""

from django.urls import path

from governance.web.inbox import outbox, views

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.inbox_read_all, name="inbox_read_all"),
    path("<int:pk>/", views.inbox_open, name="inbox_open"),
    path("deliveries/", outbox.deliveries, name="deliveries"),
    path("deliveries/retry/", outbox.deliveries_retry, name="deliveries_retry"),
]
