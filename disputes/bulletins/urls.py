"""Addresses of the publishers' pages; the public ones stand beside the public pages."""

from django.urls import path

from disputes.bulletins import views

urlpatterns = [
    path("", views.manage, name="bulletins_manage"),
    path("create/", views.create, name="bulletins_create"),
    path("<int:pk>/", views.review, name="bulletins_review"),
    path("<int:pk>/publish/", views.publish, name="bulletins_publish"),
    path("<int:pk>/recount/", views.recount, name="bulletins_recount"),
    path("<int:pk>/correct/", views.correct, name="bulletins_correct"),
]
