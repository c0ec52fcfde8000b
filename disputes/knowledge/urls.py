"""Addresses of the keepers' pages; the public ones stand beside the public pages."""

from django.urls import path

from disputes.knowledge import views

urlpatterns = [
    path("", views.list, name="knowledge_list"),
    path("create/", views.create, name="knowledge_create"),
    path("<int:pk>/", views.detail, name="knowledge_detail"),
    path("<int:pk>/edit/", views.edit, name="knowledge_edit"),
    path("<int:pk>/check/", views.check, name="knowledge_check"),
    path("<int:pk>/confirm/", views.confirm, name="knowledge_confirm"),
    path("<int:pk>/withdraw/", views.withdraw, name="knowledge_withdraw"),
]
