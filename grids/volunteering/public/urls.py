"""Addresses of the volunteers' pages."""

from django.urls import path

from grids.volunteering.public import views

urlpatterns = [
    path("", views.calls, name="volunteer_calls"),
    path("receipt/", views.receipt, name="sign_up_receipt"),
    path("mine/<str:number>/", views.my_sign_up, name="my_sign_up"),
    path("mine/<str:number>/withdraw/", views.withdraw, name="withdraw_sign_up"),
    path("mine/<str:number>/certificate/", views.certificate, name="sign_up_certificate"),
    path("<str:number>/", views.call, name="volunteer_call"),
]
