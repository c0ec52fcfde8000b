"""Address of the public summary."""

from django.urls import path

from supervision.duties.public import views

urlpatterns = [path("", views.duty_ledger, name="duty_ledger")]
