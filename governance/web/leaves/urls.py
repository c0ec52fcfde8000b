"""Addresses of the leaves."""

from django.urls import path

from governance.web.leaves import views

urlpatterns = [
    path("account/leave/", views.leave, name="leave"),
    path("administration/people/<int:pk>/leave/", views.person_leave, name="person_leave"),
]
