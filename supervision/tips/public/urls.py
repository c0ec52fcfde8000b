"""Addresses of the public channel."""

from django.urls import path

from supervision.tips.public import views

urlpatterns = [
    path("", views.supervise_us, name="supervise_us"),
    path("receipt/", views.receipt, name="tip_receipt"),
    path("<str:number>/", views.tracked, name="tip_tracked"),
    path("<str:number>/withdraw/", views.withdraw, name="withdraw_tip"),
]
