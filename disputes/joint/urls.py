"""Addresses of the procedure."""

from django.urls import path

from disputes.joint import views

urlpatterns = [
    path("", views.list, name="joint_list"),
    path("of/<str:number>/", views.create, name="joint_create"),
    path("<str:number>/", views.detail, name="joint_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="joint_take_step"),
]
